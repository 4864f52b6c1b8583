package io.hourglass.inquiry.lists;

import io.hourglass.kernel.InvalidInput;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The natural days of receipt that a list covers, both included. */
record ReceiptDays(LocalDate first, LocalDate last) {

    static final int MAX = 366;

    /**
     * @param from null for as many days as usual, up to the last
     * @param to null for today
     * @throws InvalidInput if the days are in the wrong order, or more than 366
     */
    static ReceiptDays of(@Nullable LocalDate from, @Nullable LocalDate to, int usual, LocalDate today) {
        var last = to == null ? today : to;
        var first = from == null ? last.minusDays(usual - 1L) : from;
        if (first.isAfter(last)) {
            throw new InvalidInput("from", first, "on or before the last day, " + last);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MAX) {
            throw new InvalidInput("from", first, "at most " + MAX + " days up to the last day, " + last);
        }
        return new ReceiptDays(first, last);
    }
}
