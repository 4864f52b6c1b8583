package io.hourglass.portal.buyer;

import io.hourglass.evidence.FactConflict;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.lists.BuyerCases;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.portal.KeptInPart;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** A buyer chooses a supplier and writes to it; whatever is wrong is said beside what was written. */
@Page
@RequestMapping("/buyers/{buyer}/new-inquiry")
class NewInquiryPage {

    private static final List<String> WRITTEN = List.of("text");

    private final Choices choices;
    private final BuyerCases cases;
    private final Inquiries inquiries;
    private final SubmitInquiry submit;
    private final MessageSource messages;
    private final KeptInPart inPart;

    NewInquiryPage(
            Choices choices,
            BuyerCases cases,
            Inquiries inquiries,
            SubmitInquiry submit,
            MessageSource messages,
            KeptInPart inPart) {
        this.choices = choices;
        this.cases = cases;
        this.inquiries = inquiries;
        this.submit = submit;
        this.messages = messages;
        this.inPart = inPart;
    }

    /** The only one that is called so is taken. */
    @GetMapping
    ModelAndView choose(
            @PathVariable String buyer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        var found = choices.called(words.strip(), page);
        if (page == 0 && !words.isBlank() && found.items().size() == 1) {
            return new ModelAndView(SeeOther.to("/buyers/" + PathSegment.of(buyer) + "/new-inquiry?supplier="
                    + PathSegment.of(found.items().get(0).id())));
        }
        return new ModelAndView(
                "buyer/choose",
                Map.of("buyer", buyer, "words", words, "choices", found.items(), "paging", Pager.of(found)));
    }

    @GetMapping(params = "supplier")
    ModelAndView write(@PathVariable String buyer, @RequestParam String supplier) {
        var draft = Draft.to(new SupplierId(supplier));
        return form(
                new BuyerId(buyer), draft, repeated(new BuyerId(buyer), draft).orElse(null), null, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView send(
            @PathVariable String buyer,
            @RequestParam String id,
            @RequestParam String supplier,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "false") boolean again,
            Locale locale,
            RedirectAttributes then) {
        var draft = new Draft(id, supplier, category, subject, text, again);
        try {
            return send(new BuyerId(buyer), draft, draft.submission(new BuyerId(buyer)), locale, then);
        } catch (InvalidInput e) {
            if (!WRITTEN.contains(e.field())) {
                throw e;
            }
            var repeats = repeated(new BuyerId(buyer), draft).orElse(null);
            return form(new BuyerId(buyer), draft, repeats, e.field(), HttpStatus.BAD_REQUEST);
        } catch (FactConflict e) {
            return form(new BuyerId(buyer), draft, null, "id", HttpStatus.CONFLICT);
        }
    }

    private ModelAndView send(
            BuyerId buyer, Draft draft, Submission submission, Locale locale, RedirectAttributes then) {
        choices.of(submission.supplier());
        var repeats = repeated(buyer, draft);
        if (repeats.isPresent() && !draft.again()) {
            return form(buyer, draft, repeats.get(), "again", HttpStatus.CONFLICT);
        }
        var receipt = submit.submit(submission);
        var said = receipt.isNew() ? "buyer.sent" : "buyer.sentBefore";
        var words = messages.getMessage(said, null, locale);
        then.addFlashAttribute("said", inPart.after(words, receipt.fact().keptInPart()));
        return new ModelAndView(toPageOf(buyer, receipt.inquiry()));
    }

    /** What has been sent already repeats itself, and nothing else. */
    private Optional<InquiryId> repeated(BuyerId buyer, Draft draft) {
        return inquiries.find(new InquiryId(draft.id())).isPresent()
                ? Optional.empty()
                : cases.repeatedBy(buyer, new SupplierId(draft.supplier()));
    }

    private static RedirectView toPageOf(BuyerId buyer, InquiryId inquiry) {
        return SeeOther.to(
                "/buyers/" + PathSegment.of(buyer.value()) + "/inquiries/" + PathSegment.of(inquiry.value()));
    }

    /** @param wrong the field; null if nothing is */
    private ModelAndView form(
            BuyerId buyer, Draft draft, @Nullable InquiryId repeats, @Nullable String wrong, HttpStatusCode status) {
        var page = new ModelAndView("buyer/new");
        page.setStatus(status);
        page.addObject("buyer", buyer.value());
        page.addObject("choice", choices.of(new SupplierId(draft.supplier())));
        page.addObject("draft", draft);
        page.addObject("repeats", repeats == null ? null : repeats.value());
        page.addObject("wrong", wrong);
        return page;
    }
}
