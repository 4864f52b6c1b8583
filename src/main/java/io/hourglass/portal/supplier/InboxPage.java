package io.hourglass.portal.supplier;

import static java.util.stream.Collectors.toMap;

import io.hourglass.evidence.FactConflict;
import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.portal.KeptInPart;
import io.hourglass.portal.Percent;
import io.hourglass.rate.provisional.ProvisionalFigure;
import io.hourglass.rate.provisional.ProvisionalFigures;
import io.hourglass.web.Page;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A supplier's work list, the most urgent first; with bulk rejection and report. */
@Page
@RequestMapping("/suppliers/{supplier}/inbox")
class InboxPage extends SuppliersPage {

    private final SupplierPageSupport pages;
    private final Inbox inbox;
    private final SuppliersActions actions;
    private final ProvisionalFigures figures;
    private final Policies policies;
    private final Clock clock;
    private final KeptInPart inPart;

    InboxPage(
            SupplierPageSupport pages,
            Inbox inbox,
            SuppliersActions actions,
            ProvisionalFigures figures,
            Policies policies,
            Clock clock,
            KeptInPart inPart) {
        this.pages = pages;
        this.inbox = inbox;
        this.actions = actions;
        this.figures = figures;
        this.policies = policies;
        this.clock = clock;
        this.inPart = inPart;
    }

    /**
     * @param subject what the inquiry is called
     * @param why in words
     */
    record Refused(String inquiry, String subject, String why) {}

    @GetMapping
    ModelAndView show(@PathVariable String supplier, @Valid Wanted wanted, Locale locale) {
        return page(new SupplierId(supplier), wanted, locale, HttpStatus.OK);
    }

    /** Each for itself: where a rule refuses one, the others are done anyway. */
    @PostMapping("/objections")
    ModelAndView object(
            @PathVariable String supplier,
            @Valid Wanted wanted,
            @RequestParam(required = false) @Nullable List<String> inquiry,
            @RequestParam InquiryFactKind kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String form,
            Locale locale,
            RedirectAttributes flash) {
        var own = new SupplierId(supplier);
        CasePage.requireObjection(kind);
        if (inquiry == null || inquiry.isEmpty() || inquiry.size() > Inbox.SIZE) {
            return page(own, wanted, locale, HttpStatus.BAD_REQUEST)
                    .addObject("reason", reason)
                    .addObject("mistake", pages.say(locale, "supplier.mistake.NONE_TICKED", Inbox.SIZE));
        }
        var ids = inquiry.stream().map(InquiryId::new).distinct().toList();
        var subjects = ids.stream().collect(toMap(id -> id, id -> pages.subject(pages.own(own, id), locale)));
        inbox.of(own, wanted); // what cannot be shown afterwards is refused before anything is done
        var before = figures.of(own.subject());
        var refused = new ArrayList<Refused>();
        var keptInPart = new TreeSet<Detail>();
        for (var id : ids) {
            refusal(own, id, kind, reason, form, keptInPart)
                    .ifPresent(key -> refused.add(
                            new Refused(id.value(), subjects.getOrDefault(id, id.value()), pages.say(locale, key))));
        }
        var done = pages.say(locale, "supplier.said." + kind, ids.size() - refused.size())
                + " "
                + change(before, figures.of(own.subject()), locale);
        var said = inPart.after(done, keptInPart);
        if (refused.isEmpty()) {
            flash.addFlashAttribute("said", said);
            return SupplierPageSupport.backAsAsked(supplier, "inbox");
        }
        var page = page(own, wanted, locale, HttpStatus.CONFLICT)
                .addObject("reason", reason)
                .addObject("refused", refused)
                .addObject("mistake", pages.say(locale, "supplier.mistake.SOME", refused.size()));
        return ids.size() == refused.size() ? page : page.addObject("said", said);
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping("/objections")
    ModelAndView back(@PathVariable String supplier) {
        return SupplierPageSupport.backAsAsked(supplier, "inbox");
    }

    private String change(ProvisionalFigure before, ProvisionalFigure after, Locale locale) {
        return pages.say(
                locale,
                "supplier.said.figure",
                before.timely(),
                before.owed(),
                rate(before, locale),
                after.timely(),
                after.owed(),
                rate(after, locale));
    }

    private String rate(ProvisionalFigure figure, Locale locale) {
        var rate = Percent.of(figure.timely(), figure.owed());
        return rate == null ? pages.say(locale, "noData") : rate;
    }

    /** @param keptInPart is added to */
    private Optional<String> refusal(
            SupplierId supplier,
            InquiryId id,
            InquiryFactKind kind,
            String reason,
            String form,
            Set<Detail> keptInPart) {
        try {
            var recorded = actions.object(supplier, id, kind, reason, form);
            keptInPart.addAll(recorded.fact().keptInPart());
            return Optional.ofNullable(recorded.refusal()).map(refusal -> "trace.refusal." + refusal);
        } catch (FactConflict e) {
            return Optional.of("supplier.mistake.CONFLICT");
        }
    }

    private ModelAndView page(SupplierId supplier, Wanted wanted, Locale locale, HttpStatus status) {
        return pages.page("inbox", supplier, status)
                .addObject("wanted", wanted)
                .addObject("counting", pages.counting(policies.inForceAt(clock.instant()), locale))
                .addObject("soon", Inbox.SOON.toMillis())
                .addObject("inbox", inbox.of(supplier, wanted));
    }
}
