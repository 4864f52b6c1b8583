package io.hourglass.operations.web;

import io.hourglass.operations.deeds.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(example = "{\"reason\": \"The disk was full; it has room again.\"}")
record Reasoned(
        @Schema(
                        description = "1 to 1000 characters; it goes into the ledger as it is.",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable
                String reason) {

    Reason asReason() {
        return Reason.of(reason);
    }
}
