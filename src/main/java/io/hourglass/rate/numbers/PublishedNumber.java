package io.hourglass.rate.numbers;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.rate.books.RatedSubjects;
import io.hourglass.rate.books.SettledCases;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's timely-reply rate as it was published (R1, R4). It stays as it is; a change is a further revision.
 *
 * @param revision 1 for the first publication
 * @param windowFrom the first of the natural days counted
 * @param windowTo the last of them, included
 */
@Value.Builder
public record PublishedNumber(
        Subject subject,
        LocalDate publishedOn,
        int revision,
        LocalDate windowFrom,
        LocalDate windowTo,
        int timely,
        int countable,
        Instant publishedAt)
        implements WithPublishedNumber {

    public static PublishedNumberBuilder builder() {
        return new PublishedNumberBuilder();
    }

    /** Whether another was published on that date, or none, before a dispute was accepted. */
    public boolean isRestated() {
        return revision > 1;
    }

    /** Null when nothing is countable any more. */
    public @Nullable BigDecimal rate() {
        return Share.of(timely, countable);
    }

    /** Those that were counted for this revision. */
    public SettledCases countedCases(RatedSubjects known) {
        return new SettledCases(known.partsOf(subject), windowFrom, windowTo, publishedAt);
    }
}
