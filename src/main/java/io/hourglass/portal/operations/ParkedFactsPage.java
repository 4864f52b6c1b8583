package io.hourglass.portal.operations;

import io.hourglass.access.callers.Viewer;
import io.hourglass.imports.files.Parking;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Facts of files that wait for their inquiry (ADR 75). */
@Page
class ParkedFactsPage {

    static final String ADDRESS = "/operations/parked-facts";

    private static final int SIZE = 50;

    private final Parking parking;
    private final Viewer viewer;
    private final OperationsPageSupport pages;

    ParkedFactsPage(Parking parking, Viewer viewer, OperationsPageSupport pages) {
        this.parking = parking;
        this.viewer = viewer;
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView all(@RequestParam(defaultValue = "0") @Min(0) int page) {
        var found = parking.waiting(new PageQuery(page, SIZE));
        return pages.page(
                "parked-facts", Map.of("facts", found.items(), "paging", Pager.of(found), "now", viewer.now()));
    }
}
