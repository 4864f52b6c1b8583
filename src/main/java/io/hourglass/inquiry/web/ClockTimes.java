package io.hourglass.inquiry.web;

import io.hourglass.inquiry.policy.Deadlines;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

record ClockTimes(
        @Schema(description = "A reply at that very instant is in time.") Instant replyDeadline,
        @Schema(description = "The last instant to reject or to report spam.") Instant windowCloses,
        @Schema(description = "The last instant to ask for alternatives.") Instant offerExpires,
        @Schema(description = "Only what occurred before it, and is known by then, decides.") Instant booksClose) {

    static ClockTimes of(Deadlines clocks) {
        return new ClockTimes(
                clocks.replyDeadline(), clocks.windowCloses(), clocks.offerExpires(), clocks.booksClose());
    }
}
