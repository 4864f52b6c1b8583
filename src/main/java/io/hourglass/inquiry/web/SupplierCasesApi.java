package io.hourglass.inquiry.web;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.lists.SupplierCases;
import io.hourglass.inquiry.lists.SupplierCases.Asked;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Suppliers")
class SupplierCasesApi {

    private final SupplierCases cases;
    private final Clock clock;

    SupplierCasesApi(SupplierCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping("/api/suppliers/{supplier}/inquiries")
    @Operation(
            summary = "A supplier's inquiries, by state and time left",
            description =
                    "Judged as of now; those that are pending come first, the nearest deadline at the top, then the others, the latest at the top.")
    SupplierCasesPage list(
            @PathVariable String supplier,
            @RequestParam(required = false) @Nullable InquiryState state,
            @Parameter(description = "First day of receipt; 34 days before `to` if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day of receipt, included; today in the marketplace zone if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @Parameter(description = "Words in its subject, text, buyer or id, in whatever case.")
                    @RequestParam(required = false)
                    @Nullable
                    String words,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        var found = cases.of(new Asked(new SupplierId(supplier), state, from, to, words), new PageQuery(page, size));
        return SupplierCasesPage.of(found.page(), clock.instant());
    }
}
