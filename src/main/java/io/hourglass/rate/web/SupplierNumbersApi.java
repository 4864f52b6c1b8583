package io.hourglass.rate.web;

import io.hourglass.audit.Ledger;
import io.hourglass.audit.Seal;
import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.ProvisionalFigures;
import io.hourglass.rate.Publications;
import io.hourglass.rate.RatedSuppliers;
import io.hourglass.rate.Recount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/suppliers")
@Tag(name = "Suppliers")
class SupplierNumbersApi {

    private static final String ON = "The date of publication; today in the marketplace zone if left out.";

    private final RatedSuppliers suppliers;
    private final Publications publications;
    private final ProvisionalFigures figures;
    private final Ledger ledger;
    private final Recount recount;

    SupplierNumbersApi(
            RatedSuppliers suppliers,
            Publications publications,
            ProvisionalFigures figures,
            Ledger ledger,
            Recount recount) {
        this.suppliers = suppliers;
        this.publications = publications;
        this.figures = figures;
        this.ledger = ledger;
        this.recount = recount;
    }

    /** A number as it was published, and as it is counted today. */
    record RecountView(
            String supplier,
            LocalDate on,
            int revision,
            LocalDate windowFrom,
            LocalDate windowTo,
            int timely,
            int countable,
            int recountedTimely,
            int recountedCountable,
            boolean equal) {

        static RecountView of(Recount.Recounted recounted) {
            var number = recounted.published();
            return new RecountView(
                    number.supplier().value(),
                    number.publishedOn(),
                    number.revision(),
                    number.windowFrom(),
                    number.windowTo(),
                    number.timely(),
                    number.countable(),
                    recounted.timely(),
                    recounted.countable(),
                    recounted.equal());
        }
    }

    @GetMapping
    @Operation(summary = "All suppliers", description = "By id, each with what is published of it today.")
    List<SupplierView> all() {
        return suppliers.all().stream()
                .map(supplier -> SupplierView.of(supplier, publications.find(supplier.id(), null)))
                .toList();
    }

    @GetMapping("/{supplier}/published-number")
    @Operation(
            summary = "A supplier's published number on a date",
            description =
                    "With its sample and its window. NO_DATA: the date's numbers are out, and this supplier had no"
                            + " countable inquiry. NOT_PUBLISHED: the date's numbers are not out.")
    NumberView publishedNumber(
            @PathVariable String supplier,
            @Parameter(description = ON) @RequestParam(required = false) @Nullable LocalDate on) {
        var publication = publications.find(new SupplierId(supplier), on);
        var root = publication.number() == null
                ? null
                : ledger.find(publication.windowTo()).map(Seal::root).orElse(null);
        return NumberView.of(publication, root);
    }

    @GetMapping("/{supplier}/published-number/inquiries")
    @Operation(
            summary = "The inquiries under a published number",
            description = "Exactly those of its window, by day and id; 404 where there is no number.")
    UnderNumber inquiriesUnder(
            @PathVariable String supplier,
            @Parameter(description = ON) @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "0") @Min(value = 0, message = "0 or more") int page,
            @RequestParam(defaultValue = "50")
                    @Min(value = 1, message = "1 to 500")
                    @Max(value = 500, message = "1 to 500")
                    int size) {
        return UnderNumber.of(publications.under(new SupplierId(supplier), on, page, size), page, size);
    }

    @GetMapping("/{supplier}/published-number/recount")
    @Operation(
            summary = "A published number, counted again",
            description = "From the facts that were known when the books closed; 404 where there is no number.")
    RecountView recount(
            @PathVariable String supplier,
            @Parameter(description = ON) @RequestParam(required = false) @Nullable LocalDate on) {
        return RecountView.of(recount.of(new SupplierId(supplier), on));
    }

    @GetMapping("/{supplier}/provisional-figure")
    @Operation(
            summary = "A supplier's provisional figure",
            description = "Over the thirty days up to today, live, with its undecided share and its bounds.")
    FigureView provisionalFigure(@PathVariable String supplier) {
        return FigureView.of(figures.of(new SupplierId(supplier)));
    }
}
