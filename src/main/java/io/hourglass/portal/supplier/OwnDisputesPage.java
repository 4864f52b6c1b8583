package io.hourglass.portal.supplier;

import io.hourglass.dispute.FollowDisputes;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.web.Page;
import io.hourglass.web.Pager;
import jakarta.validation.constraints.Min;
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

    OwnDisputesPage(SupplierPageSupport pages, FollowDisputes disputes) {
        this.pages = pages;
        this.disputes = disputes;
    }

    @GetMapping("/suppliers/{supplier}/disputes")
    ModelAndView show(@PathVariable String supplier, @RequestParam(defaultValue = "0") @Min(0) int page) {
        var own = new SupplierId(supplier);
        var found = disputes.of(own, new PageQuery(page, SIZE));
        return pages.page("disputes", own, HttpStatus.OK)
                .addObject("disputes", found.items())
                .addObject("paging", Pager.of(found));
    }
}
