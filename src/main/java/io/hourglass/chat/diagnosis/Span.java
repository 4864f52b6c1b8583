package io.hourglass.chat.diagnosis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Natural days in a row.
 *
 * @param to included; not before {@code from}
 */
public record Span(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span from " + from + " to " + to);
        }
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days, just before it: what it is compared with. */
    public Span before() {
        return new Span(from.minusDays(days()), from.minusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
