package io.hourglass.portal;

import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import io.hourglass.web.lists.Pager;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All suppliers with their numbers, by name. */
@Page
class SuppliersListPage {

    private static final int SIZE = 20;

    private static final CsvList<Row> FILE = CsvList.<Row>named("suppliers")
            .column("csv.supplierId", Row::id)
            .column("supplier", Row::name)
            .column("published", Row::rate)
            .column("csv.met", row -> row.rate() == null ? null : row.timely())
            .column("csv.counted", row -> row.rate() == null ? null : row.countable())
            .column("csv.windowFrom", Row::windowFrom)
            .column("csv.windowTo", Row::windowTo)
            .column("provisional", Row::provisional)
            .column("csv.lowest", Row::lowest)
            .column("csv.highest", Row::highest);

    private final SupplierRows suppliers;
    private final CsvFiles csv;

    SuppliersListPage(SupplierRows suppliers, CsvFiles csv) {
        this.suppliers = suppliers;
        this.csv = csv;
    }

    /** @param q a part of the name, in any case; empty for all */
    @Transactional(readOnly = true)
    @GetMapping("/suppliers")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            Model model) {
        StoredText.check("q", q);
        var on = suppliers.latestNumbers();
        var rows = suppliers.called(q.strip(), on, new PageQuery(page, SIZE));
        model.addAttribute("q", q);
        model.addAttribute("rows", rows.items());
        model.addAttribute("paging", Pager.of(rows));
        return "supplier-list";
    }

    /** The same as a file. */
    @Transactional(readOnly = true)
    @GetMapping(path = "/suppliers", params = CsvList.ASKED)
    void file(@RequestParam(defaultValue = "") String q, HttpServletResponse response) throws IOException {
        StoredText.check("q", q);
        var on = suppliers.latestNumbers();
        csv.send(FILE, part -> suppliers.called(q.strip(), on, part), response);
    }
}
