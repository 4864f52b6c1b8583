package io.hourglass.inquiry.web;

import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.lists.BuyersServed;
import io.hourglass.inquiry.lists.ToldBuyers;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notices to deliver to buyers, with the links to their pages, and how many buyers were served. */
@RestController
@RequestMapping("/api")
@Tag(name = "Buyers")
class NoticeApi {

    private static final int DIGITS = 4;

    private final ToldBuyers told;
    private final BuyersServed served;

    NoticeApi(ToldBuyers told, BuyersServed served) {
        this.told = told;
        this.served = served;
    }

    /** A notice to deliver to a buyer. */
    record NoticeView(
            String inquiry,
            String buyer,
            Notice.Kind kind,
            Instant toldAt,
            @Schema(
                            description =
                                    "The path of the buyer's page; anyone who has it acts as this buyer for this inquiry.")
                    String link) {

        static NoticeView of(ToldBuyers.Message message) {
            var told = message.told();
            return new NoticeView(
                    told.inquiry().id().value(),
                    told.inquiry().buyer().value(),
                    told.notice().kind(),
                    told.notice().toldAt(),
                    "/alternatives/" + message.token());
        }
    }

    /** How many buyers were served, of those who sent an inquiry on these days. */
    record ServedView(
            LocalDate from,
            LocalDate to,
            @Schema(
                            description =
                                    "Inquiries answered in time or late, unanswered or rejected; those that are alternatives are not counted.")
                    int asked,
            @Schema(description = "Answered in time by the supplier asked.") int byFirst,
            @Schema(description = "Not by it, but in time by an alternative.") int throughReferral,
            @Schema(description = "Neither, but an alternative may still answer in time.") int underWay,
            @Schema(description = "(byFirst + throughReferral) / asked, to four digits; absent if asked is 0.")
                    @Nullable
                    BigDecimal rate) {

        static ServedView of(BuyersServed.Figure figure) {
            return new ServedView(
                    figure.from(),
                    figure.to(),
                    figure.asked(),
                    figure.byAskedSupplier(),
                    figure.throughReferral(),
                    figure.underWay(),
                    figure.asked() == 0
                            ? null
                            : BigDecimal.valueOf(figure.served())
                                    .divide(BigDecimal.valueOf(figure.asked()), DIGITS, RoundingMode.HALF_UP));
        }
    }

    @GetMapping("/buyer-notices")
    @Operation(
            summary = "The notices to deliver to buyers",
            description = "In the order in which it was noted. Deliver each (inquiry, kind) once, and ask again from a"
                    + " minute before the last `toldAt` that you have seen: nodes' clocks and transactions overlap.")
    List<NoticeView> notices(
            @Parameter(description = "From this instant on.") @RequestParam Instant since,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "100") @Range(min = 1, max = 1000) int size) {
        return told.since(since, new PageQuery(page, size)).stream()
                .map(NoticeView::of)
                .toList();
    }

    @GetMapping("/inquiries/{inquiry}/notices")
    @Operation(summary = "The notices to the buyer of an inquiry")
    List<NoticeView> ofInquiry(@PathVariable String inquiry) {
        return told.of(new InquiryId(inquiry)).stream().map(NoticeView::of).toList();
    }

    @GetMapping("/buyers-served")
    @Operation(
            summary = "How many buyers were served",
            description =
                    "In time, by the supplier asked or through a referral, over the days under the latest published"
                            + " numbers.")
    ServedView served() {
        return ServedView.of(served.of(null));
    }

    @GetMapping("/suppliers/{supplier}/buyers-served")
    @Operation(summary = "How many of a supplier's buyers were served, by it or by others")
    ServedView served(@PathVariable String supplier) {
        return ServedView.of(served.of(new SupplierId(supplier)));
    }
}
