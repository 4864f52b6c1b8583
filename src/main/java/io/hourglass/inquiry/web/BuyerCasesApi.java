package io.hourglass.inquiry.web;

import io.hourglass.inquiry.lists.BuyerCases;
import io.hourglass.inquiry.lists.BuyerCases.Wanted;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/buyers/{buyer}")
@Tag(name = "Buyers")
class BuyerCasesApi {

    private final BuyerCases cases;
    private final Clock clock;

    BuyerCasesApi(BuyerCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** Whether an inquiry that is sent now would repeat another. */
    record RepetitionView(
            @Schema(
                            description =
                                    "The inquiry that it would repeat, so that one answer is owed to both; absent if none.")
                    @Nullable
                    String repeats) {}

    @GetMapping("/inquiries")
    @Operation(
            summary = "A buyer's inquiries and their status",
            description = "As of now, the newest first; each with the alternatives that it was sent to.")
    BuyerCasesPage list(
            @PathVariable String buyer,
            @Parameter(description = "Of an inquiry, or of an alternative that it was sent to; any if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    BuyerStatus became,
            @Parameter(description = "First day of receipt; 365 days before `to` if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "Last day of receipt, included; today in the marketplace zone if left out.")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 500) int size) {
        var found = cases.of(new Wanted(new BuyerId(buyer), became, from, to), new PageQuery(page, size));
        return BuyerCasesPage.of(found, clock.instant());
    }

    @GetMapping("/repetition")
    @Operation(
            summary = "Would an inquiry sent now repeat another?",
            description = "A check before it is sent, to warn the buyer. It may be sent anyway.")
    RepetitionView repetition(@PathVariable String buyer, @RequestParam String supplier) {
        return new RepetitionView(cases.repeatedBy(new BuyerId(buyer), new SupplierId(supplier))
                .map(InquiryId::value)
                .orElse(null));
    }
}
