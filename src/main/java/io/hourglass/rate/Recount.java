package io.hourglass.rate;

import io.hourglass.kernel.NotKnown;
import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.State;
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

    /** A number as it was published, and what the facts that were known at the closes make of it today. */
    public record Recounted(PublishedNumber published, int timely, int countable) {

        public boolean equal() {
            return published.timely() == timely && published.countable() == countable;
        }
    }

    /**
     * @param on null for today in the marketplace zone
     * @throws NotKnown if there is no such supplier, or no number of it on that date
     */
    @Transactional(readOnly = true)
    public Recounted of(SupplierId supplier, @Nullable LocalDate on) {
        var publication = publications.find(supplier, on);
        var number = publication.number();
        if (number == null) {
            throw new NotKnown(
                    "published number of the supplier on that date",
                    supplier + " on " + publication.on() + ": " + publication.status());
        }
        var judged = settlement.judgeSupplier(supplier, number.windowFrom(), number.windowTo()).stream()
                .map(one -> one.judgement().state())
                .toList();
        var counted = DayBucket.of(supplier, number.windowTo(), judged);
        return new Recounted(number, counted.count(State.TIMELY), counted.countable());
    }
}
