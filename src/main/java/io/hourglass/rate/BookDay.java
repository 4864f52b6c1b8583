package io.hourglass.rate;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One natural day of the books.
 *
 * @param closesAt from then on nothing that is learned of changes the day
 * @param settledAt null until the close has been done
 * @param publishedOn the date of the numbers that the day completed; null until then
 */
public record BookDay(LocalDate day, Instant closesAt, @Nullable Instant settledAt, @Nullable LocalDate publishedOn) {

    public boolean settled() {
        return settledAt != null;
    }

    /** Whether the numbers that the day completed were out; they are published as soon as it is settled. */
    boolean outBy(Instant instant) {
        return publishedOn != null && settledAt != null && !settledAt.isAfter(instant);
    }
}
