package io.hourglass.portal.operations;

import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.ImportState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of facts as it is listed.
 *
 * @param left until it has been gone through, if that goes on as it has gone so far; null where nothing can be said of it
 */
record ImportRow(ImportFile file, @Nullable Duration left) {

    static ImportRow of(ImportFile file, Instant now) {
        var isUnderWay = file.state() == ImportState.OPEN && file.bytesRead() > 0;
        return new ImportRow(file, isUnderWay ? left(file, Duration.between(file.madeAt(), now)) : null);
    }

    private static Duration left(ImportFile file, Duration until) {
        var share = (double) (file.bytes() - file.bytesRead()) / file.bytesRead();
        return Duration.ofSeconds(Math.max(0, Math.round(until.toSeconds() * share)));
    }
}
