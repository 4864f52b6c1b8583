package io.hourglass.rate;

import io.hourglass.kernel.NotKnown;
import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.State;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts a published number again, from the facts. */
@Component
public class Recount {

    private final Publications publications;
    private final DaySettlement settlement;

    Recount(Publications publications, DaySettlement settlement) {
        this.publications = publications;
        this.settlement = settlement;
    }

    /** A number as it was published, and what the facts known at the closes, or admitted by its revision, make of it. */
    public record Recounted(PublishedNumber published, int timely, int countable) {

        public boolean equal() {
            return published.timely() == timely && published.countable() == countable;
        }
    }

    /**
     * @param on null for today in the marketplace zone
     * @param knownAt the revision is the latest that was out at that instant; null means the present instant
     * @throws NotKnown if there is no such supplier, or no number of it on that date
     */
    @Transactional(readOnly = true)
    public Recounted of(SupplierId supplier, @Nullable LocalDate on, @Nullable Instant knownAt) {
        var publication = publications.find(supplier, on, knownAt);
        var number = publication.number();
        if (number == null) {
            throw new NotKnown(
                    "published number of the supplier on that date",
                    supplier + " on " + publication.on() + ": " + publication.status());
        }
        var judged =
                settlement
                        .judgeSupplier(supplier, number.windowFrom(), number.windowTo(), number.publishedAt())
                        .stream()
                        .map(one -> one.judgement().state())
                        .toList();
        var counted = DayBucket.of(supplier, number.windowTo(), judged);
        return new Recounted(number, counted.count(State.TIMELY), counted.countable());
    }
}
