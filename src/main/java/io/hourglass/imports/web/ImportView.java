package io.hourglass.imports.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hourglass.imports.files.Counts;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file and how far it is. */
record ImportView(
        String id,
        String name,
        @Schema(description = "Whether it is only said what would become of it.") boolean rehearsal,
        ImportState state,
        @Schema(description = "0 to 100; 100 once it is done.") int percent,
        long bytes,
        @Schema(description = "Of its bytes; absent while they come in.") @Nullable String sha256,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        @Schema(description = "Why it failed or was stopped.") @Nullable String why,
        @JsonUnwrapped Counts counts) {

    static ImportView of(ImportFile file) {
        return new ImportView(
                file.id(),
                file.name(),
                file.rehearsed(),
                file.state(),
                file.percent(),
                file.bytes(),
                file.sha256(),
                file.madeAt(),
                file.madeBy(),
                file.endedAt(),
                file.why(),
                file.counts());
    }
}
