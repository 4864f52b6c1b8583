package io.hourglass.portal.supplier;

import io.hourglass.dispute.FollowDisputes;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes.Wanted;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.portal.chips.Chips;
import io.hourglass.portal.chips.CountedDays;
import io.hourglass.portal.disputes.DisputeCard;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A supplier's disputes, the latest first. */
@Page
class OwnDisputesPage extends SuppliersPage {

    private static final int SIZE = 20;

    private final SupplierPageSupport pages;
    private final FollowDisputes disputes;
    private final CountedDays days;

    OwnDisputesPage(SupplierPageSupport pages, FollowDisputes disputes, CountedDays days) {
        this.pages = pages;
        this.disputes = disputes;
        this.days = days;
    }

    @GetMapping("/suppliers/{supplier}/disputes")
    ModelAndView show(
            @PathVariable String supplier,
            @RequestParam(required = false) @Nullable DisputeState state,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        var own = new SupplierId(supplier);
        var found = disputes.of(new Wanted(own, state, days.since(state)), new PageQuery(page, SIZE));
        var counts = disputes.counted(new Wanted(own, null, days.since()));
        return pages.page("disputes", own, HttpStatus.OK)
                .addObject(
                        "chips",
                        Chips.by("state", state)
                                .covering("supplier.disputes.counted")
                                .addAll(DisputeState.class, "supplier.dispute.state.", counts))
                .addObject(
                        "disputes",
                        found.map(some -> some.stream().map(DisputeCard::of).toList())
                                .items())
                .addObject("paging", Pager.of(found));
    }
}
