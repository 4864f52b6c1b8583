package io.hourglass.inquiry.policy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The instants that matter to one inquiry. Deadline and window are inclusive; the books' close is not.
 *
 * @param day the natural day of receipt, in the zone of the policy version
 * @param windowCloses the last instant at which the supplier may reject or report
 * @param offerExpires the last instant at which the buyer of an unanswered inquiry may ask for alternatives
 * @param booksClose only what occurred before it, and is known by then, decides
 */
public record Deadlines(
        Instant receivedAt,
        LocalDate day,
        Instant replyDeadline,
        Instant windowCloses,
        Instant offerExpires,
        Instant booksClose) {}
