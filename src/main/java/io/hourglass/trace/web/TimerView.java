package io.hourglass.trace.web;

import io.hourglass.inquiry.ProcessNode;
import io.hourglass.inquiry.ProcessTimer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A timer of the inquiry's process, or of its referral's. */
record TimerView(
        String process,
        @Schema(description = "Of the event in the model.") String node,
        String name,
        Instant dueAt,
        @Schema(description = "Absent while it waits for its due instant.") @Nullable Instant firedAt,
        @Nullable Long latenessMs) {

    static TimerView of(ProcessTimer timer, Function<ProcessNode, String> names) {
        var lateness = timer.lateness();
        return new TimerView(
                timer.node().process(),
                timer.node().id(),
                names.apply(timer.node()),
                timer.dueAt(),
                timer.firedAt(),
                lateness == null ? null : lateness.toMillis());
    }
}
