package io.hourglass.portal.auditor;

import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.dispute.kept.RestatedNumbers.Wanted;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.portal.chips.Chips;
import io.hourglass.portal.chips.CountedDays;
import io.hourglass.portal.names.SupplierChoice.Chosen;
import io.hourglass.rate.standing.Crossing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of restated numbers as its page and its file have it. */
@Component
class RestatementList {

    private final RestatedNumbers restated;
    private final CountedDays days;

    RestatementList(RestatedNumbers restated, CountedDays days) {
        this.restated = restated;
        this.days = days;
    }

    /**
     * None where nobody, or several, are called as was typed.
     *
     * @param crossed of those of the days that chips count; null for all
     */
    ListPage<RestatedNumber> of(Chosen supplier, @Nullable Crossing crossed, PageQuery page) {
        if (supplier.problem() != null) {
            return page.cut(List.of());
        }
        var wanted = new Wanted(supplier.id(), crossed, days.since(crossed));
        return page.from((offset, limit) -> restated.latest(wanted, offset, limit));
    }

    /** By which way the numbers crossed the gate. */
    Chips chips(Chosen supplier, @Nullable Crossing crossed) {
        Map<Crossing, Integer> counts =
                supplier.problem() == null ? restated.crossed(new Wanted(supplier.id(), null, days.since())) : Map.of();
        return Chips.by("crossed", crossed).covering("chips.days").addAll(Crossing.class, "audit.chips.", counts);
    }
}
