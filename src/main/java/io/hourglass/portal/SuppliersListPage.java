package io.hourglass.portal;

import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.web.Page;
import io.hourglass.web.Pager;
import jakarta.validation.constraints.Min;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All suppliers with their numbers, by name. */
@Page
class SuppliersListPage {

    private static final int SIZE = 20;

    private final SupplierRows suppliers;

    SuppliersListPage(SupplierRows suppliers) {
        this.suppliers = suppliers;
    }

    /** @param q a part of the name, in any case; empty for all */
    @Transactional(readOnly = true)
    @GetMapping("/suppliers")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "0 or more") int page,
            Model model) {
        StoredText.check("q", q);
        var on = suppliers.latestNumbers();
        var rows = suppliers.called(q.strip(), on, new PageQuery(page, SIZE));
        model.addAttribute("q", q);
        model.addAttribute("on", on);
        model.addAttribute("rows", rows.items());
        model.addAttribute("paging", Pager.of(rows));
        return "supplier-list";
    }
}
