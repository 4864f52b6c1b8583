package io.hourglass.chat.policy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A natural day of chat.
 *
 * @param policy the version in force on it
 * @param end the first instant from which on nothing belongs to it any more
 * @param booksClose what is known by then, and occurred before, decides
 */
public record ChatDay(LocalDate date, ChatPolicy policy, Instant end, Instant booksClose) {

    /** Whether the instant belongs to it or to a day before. */
    public boolean reaches(Instant instant) {
        return !policy.days().dayOf(instant).isAfter(date);
    }
}
