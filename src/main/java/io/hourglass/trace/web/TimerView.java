package io.hourglass.trace.web;

import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.ProcessTimer;
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
        @Schema(description = "Absent unless it has fired.") @Nullable Instant firedAt,
        @Schema(description = "0 if it fired early; absent unless it has fired.") @Nullable Long latenessMs,
        @Schema(description = "By how much it fired before it was due, if a person triggered it.") @Nullable
                Long earlyMs,
        @Schema(
                        description =
                                "A timer that is suspended fires once it is resumed; one that has failed has no retries left.")
                ProcessTimer.State state) {

    static TimerView of(ProcessTimer timer, Function<ProcessNode, String> names) {
        var lateness = timer.lateness();
        var early = timer.earliness();
        return new TimerView(
                timer.node().process(),
                timer.node().id(),
                names.apply(timer.node()),
                timer.dueAt(),
                timer.firedAt(),
                lateness == null ? null : lateness.toMillis(),
                early == null ? null : early.toMillis(),
                timer.state());
    }
}
