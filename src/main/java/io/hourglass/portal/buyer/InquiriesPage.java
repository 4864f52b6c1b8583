package io.hourglass.portal.buyer;

import io.hourglass.inquiry.lists.BuyerCases.Wanted;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.portal.chips.Chips;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** A buyer's inquiries and their status. Operations and auditors read it as the buyer does. */
@Page
@RequestMapping("/buyers/{buyer}/inquiries")
class InquiriesPage {

    private static final int SIZE = 20;

    private final SentInquiries sent;
    private final MessageSource messages;

    InquiriesPage(SentInquiries sent, MessageSource messages) {
        this.sent = sent;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @PathVariable String buyer,
            @RequestParam(required = false) @Nullable BuyerStatus became,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            Model model) {
        var found = sent.list(new Wanted(new BuyerId(buyer), became, from, to), new PageQuery(page, SIZE));
        model.addAttribute("buyer", buyer);
        model.addAttribute("found", found);
        model.addAttribute("became", became);
        model.addAttribute(
                "chips",
                Chips.by("became", became)
                        .covering("chips.shown")
                        .addAll(BuyerStatus.class, "buyer.became.", found.statuses()));
        model.addAttribute("paging", Pager.of(found.sent()));
        return "buyer/inquiries";
    }

    @GetMapping("/{inquiry}")
    String show(@PathVariable String buyer, @PathVariable String inquiry, Model model) {
        model.addAttribute("buyer", buyer);
        model.addAttribute("letter", sent.letter(new BuyerId(buyer), new InquiryId(inquiry)));
        return "buyer/inquiry";
    }

    @PostMapping("/{inquiry}/withdrawal")
    RedirectView withdraw(
            @PathVariable String buyer, @PathVariable String inquiry, Locale locale, RedirectAttributes flash) {
        var recorded = sent.withdraw(new BuyerId(buyer), new InquiryId(inquiry));
        var said = recorded.refusal() == null ? "buyer.withdrawn" : "trace.refusal." + recorded.refusal();
        flash.addFlashAttribute("said", messages.getMessage(said, null, locale));
        return SeeOther.to("/buyers/" + PathSegment.of(buyer) + "/inquiries/" + PathSegment.of(inquiry));
    }

    /** A link is made for this look alone: the address of the list says nothing by which others could decide. */
    @GetMapping("/{inquiry}/alternatives")
    RedirectView alternatives(@PathVariable String buyer, @PathVariable String inquiry, Locale locale) {
        var token = sent.alternatives(new BuyerId(buyer), new InquiryId(inquiry));
        return SeeOther.to("/alternatives/" + token + "?lang=" + locale.getLanguage());
    }
}
