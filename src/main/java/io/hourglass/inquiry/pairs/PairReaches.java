package io.hourglass.inquiry.pairs;

import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.inquiry.Inquiries.PairInReach;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.books.BookDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How far around a day a chain of duplicates can reach that matters to it. Behind a settled day its verdicts stand, so that no
 * anchor further back than the longest reach can matter.
 */
@Component
public class PairReaches {

    private static final String FIRST = "first";

    private final Policies policies;
    private final TransactionCache<String, LocalDate> unsettled;

    PairReaches(BookDays days, Policies policies, WriteBatch rows) {
        this.policies = policies;
        this.unsettled = new TransactionCache<>(rows, first -> days.firstUnsettled(Track.INQUIRY)
                .map(day -> Map.of(FIRST, day))
                .orElse(Map.of()));
    }

    /** From is included, until is not. */
    public record Reach(Instant from, Instant until) {}

    PairInReach of(Inquiry inquiry) {
        return of(inquiry.buyer(), inquiry.supplier(), inquiry.day());
    }

    PairInReach of(BuyerId buyer, SupplierId supplier, Instant receivedAt) {
        return of(buyer, supplier, policies.dayOf(receivedAt));
    }

    public PairInReach of(BuyerId buyer, SupplierId supplier, LocalDate day) {
        var reach = of(day, day);
        return new PairInReach(buyer, supplier, reach.from(), reach.until());
    }

    /** Around both days and all between them. */
    public Reach of(LocalDate first, LocalDate last) {
        var days = policies.days();
        var from = days.start(first);
        var until = days.end(last);
        if (policies.all().stream().noneMatch(policy -> policy.duplicates() == DuplicateRule.ROLLING_24H)) {
            return new Reach(from, until);
        }
        var behind = unsettled.find(FIRST).filter(first::isAfter).orElse(first);
        return new Reach(
                days.start(behind).minus(DuplicateRule.LONGEST_REACH), until.plus(DuplicateRule.LONGEST_REACH));
    }
}
