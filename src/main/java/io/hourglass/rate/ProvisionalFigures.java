package io.hourglass.rate;

import io.hourglass.kernel.NotKnown;
import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.NaturalDay;
import io.hourglass.sla.Policies;
import io.hourglass.sla.State;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The live figure over the days up to today: settled days from their buckets, open ones judged as of now. */
@Component
public class ProvisionalFigures {

    private final BookDays days;
    private final DayBuckets buckets;
    private final DaySettlement settlement;
    private final RatedSuppliers suppliers;
    private final Policies policies;
    private final Clock clock;

    ProvisionalFigures(
            BookDays days,
            DayBuckets buckets,
            DaySettlement settlement,
            RatedSuppliers suppliers,
            Policies policies,
            Clock clock) {
        this.days = days;
        this.buckets = buckets;
        this.settlement = settlement;
        this.suppliers = suppliers;
        this.policies = policies;
        this.clock = clock;
    }

    /** @throws NotKnown if there is no such supplier */
    @Transactional(readOnly = true)
    public ProvisionalFigure of(SupplierId supplier) {
        if (!suppliers.isKnown(supplier)) {
            throw new NotKnown("supplier", supplier.value());
        }
        var now = clock.instant();
        var to = NaturalDay.of(now, policies.zone());
        var from = to.minusDays(policies.inForceAt(now).rateWindowDays() - 1L);
        var firstOpen = days.firstUnsettled().filter(from::isBefore).orElse(from);
        var settled = buckets.totals(supplier, from, firstOpen.minusDays(1));
        var open = open(supplier, firstOpen, to);
        return new ProvisionalFigure(
                supplier,
                from,
                to,
                settled.timely() + open.timely(),
                settled.countable() + open.countable(),
                open.of(State.PENDING),
                now);
    }

    /** The days whose books are open. */
    private Counts open(SupplierId supplier, LocalDate from, LocalDate to) {
        var states = settlement.judgeSupplier(supplier, from, to).stream()
                .map(judged -> judged.judgement().state())
                .toList();
        return Counts.of(states);
    }
}
