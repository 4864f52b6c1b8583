package io.hourglass.portal.supplier;

import io.hourglass.dispute.FollowDisputes;
import io.hourglass.dispute.rules.RulesOfDispute;
import io.hourglass.evidence.FactConflict;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.judging.Explanation;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.Objections;
import io.hourglass.inquiry.reading.ReplyNow;
import io.hourglass.inquiry.reading.SeenOfInquiries;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.portal.KeptInPart;
import io.hourglass.portal.disputes.Contest;
import io.hourglass.portal.disputes.Contests;
import io.hourglass.portal.disputes.DisputeCard;
import io.hourglass.web.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One inquiry as its supplier sees it: what happened, why it stands as it does, and what can still be done. */
@Page
@RequestMapping("/suppliers/{supplier}/inquiries/{inquiry}")
class CasePage extends SuppliersPage {

    private static final Set<InquiryFactKind> OBJECTIONS =
            Set.of(InquiryFactKind.REJECTED, InquiryFactKind.SPAM_REPORTED);
    private static final String INBOX = "inbox";

    private final SupplierPageSupport pages;
    private final SuppliersActions actions;
    private final Objections objections;
    private final FollowDisputes disputes;
    private final Contests contests;
    private final RulesOfDispute rules;
    private final Policies policies;
    private final KeptInPart inPart;
    private final SeenOfInquiries seen;

    CasePage(
            SupplierPageSupport pages,
            SuppliersActions actions,
            Objections objections,
            FollowDisputes disputes,
            Contests contests,
            RulesOfDispute rules,
            Policies policies,
            KeptInPart inPart,
            SeenOfInquiries seen) {
        this.pages = pages;
        this.actions = actions;
        this.objections = objections;
        this.disputes = disputes;
        this.contests = contests;
        this.rules = rules;
        this.policies = policies;
        this.inPart = inPart;
        this.seen = seen;
    }

    /**
     * What was written into the page's forms, to be shown again where it was not taken.
     *
     * @param zone in which the contest's time is; empty for the reader's
     * @param back "inbox" if it was written there: what had been asked of the inbox is in the address then
     */
    private record Draft(String text, String cc, String reason, Contest contest, String zone, String back) {

        static final Draft EMPTY = new Draft("", "", "", Contest.EMPTY, "", "");
    }

    @GetMapping
    ModelAndView show(@PathVariable String supplier, @PathVariable String inquiry, Locale locale) {
        return page(new SupplierId(supplier), new InquiryId(inquiry), Draft.EMPTY, locale, HttpStatus.OK);
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping({"/replies", "/objections", "/disputes"})
    ModelAndView back(@PathVariable String supplier, @PathVariable String inquiry) {
        return SupplierPageSupport.backTo(supplier, "inquiries", inquiry);
    }

    /** @param cc addresses, parted by blanks, commas or semicolons */
    @PostMapping("/replies")
    ModelAndView reply(
            @PathVariable String supplier,
            @PathVariable String inquiry,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String cc,
            @RequestParam String form,
            @RequestParam(defaultValue = "") String back,
            Locale locale,
            RedirectAttributes flash) {
        var own = new SupplierId(supplier);
        var id = new InquiryId(inquiry);
        var file = pages.own(own, id);
        var draft = new Draft(text, cc, "", Contest.EMPTY, "", back);
        if (text.isBlank()) {
            return notDone(own, id, draft, "text", "supplier.mistake.NO_TEXT", locale, HttpStatus.BAD_REQUEST);
        }
        var copies = Arrays.stream(cc.split("[\\s,;]+", -1))
                .filter(address -> !address.isEmpty())
                .toList();
        return done(
                file,
                draft,
                locale,
                flash,
                "REPLIED",
                () -> actions.reply(own, id, new FactText(null, StoredText.typed(text), copies), form));
    }

    @PostMapping("/objections")
    ModelAndView object(
            @PathVariable String supplier,
            @PathVariable String inquiry,
            @RequestParam InquiryFactKind kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String form,
            @RequestParam(defaultValue = "") String back,
            Locale locale,
            RedirectAttributes flash) {
        var own = new SupplierId(supplier);
        var id = new InquiryId(inquiry);
        requireObjection(kind);
        var file = pages.own(own, id);
        var draft = new Draft("", "", reason, Contest.EMPTY, "", back);
        return done(file, draft, locale, flash, kind.name(), () -> actions.object(own, id, kind, reason, form));
    }

    /** @param zone in which the form's page asked for a time: the reader may have set another since; empty for the present one */
    @PostMapping("/disputes")
    ModelAndView contest(
            @PathVariable String supplier,
            @PathVariable String inquiry,
            Contest contest,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam String form,
            Locale locale,
            RedirectAttributes flash) {
        var own = new SupplierId(supplier);
        var id = new InquiryId(inquiry);
        pages.own(own, id);
        var read = pages.zoneOfForm(zone);
        var draft = new Draft("", "", "", contest, read.getId(), "");
        var mistake = contests.raise(id, contest, read, form);
        if (mistake != null) {
            return notDone(own, id, draft, mistake.field(), mistake.key(), locale, mistake.status());
        }
        flash.addFlashAttribute("said", pages.say(locale, "supplier.said.DISPUTED"));
        return SupplierPageSupport.backTo(supplier, "inquiries", inquiry);
    }

    /** @throws InvalidInput if it is no rejection and no report */
    static void requireObjection(InquiryFactKind kind) {
        if (!OBJECTIONS.contains(kind)) {
            throw new InvalidInput("kind", kind, "REJECTED or SPAM_REPORTED");
        }
    }

    private ModelAndView done(
            InquiryFile file,
            Draft draft,
            Locale locale,
            RedirectAttributes flash,
            String what,
            Supplier<Recorded> action) {
        var supplier = file.inquiry().supplier();
        var id = file.inquiry().id();
        try {
            var recorded = action.get();
            if (recorded.refusal() != null) {
                var key = "trace.refusal." + recorded.refusal();
                return notDone(supplier, id, draft, "", key, locale, HttpStatus.CONFLICT);
            }
            var why = Explanation.onPage(recorded.grounds(), locale, pages.zone());
            var said = pages.say(locale, "supplier.done." + what, pages.subject(file, locale), why.text());
            flash.addFlashAttribute("said", inPart.after(said, recorded.fact().keptInPart()));
            return draft.back().equals(INBOX)
                    ? SupplierPageSupport.backAsAsked(supplier.value(), INBOX)
                    : SupplierPageSupport.backTo(supplier.value(), "inquiries", id.value());
        } catch (FactConflict e) {
            return notDone(supplier, id, draft, "", "supplier.mistake.CONFLICT", locale, HttpStatus.CONFLICT);
        }
    }

    /** @param field beside which it is said too; empty if it is about none */
    private ModelAndView notDone(
            SupplierId supplier,
            InquiryId id,
            Draft draft,
            String field,
            String key,
            Locale locale,
            HttpStatus status) {
        return page(supplier, id, draft, locale, status)
                .addObject("broken", field)
                .addObject("mistake", pages.say(locale, key));
    }

    private ModelAndView page(SupplierId supplier, InquiryId id, Draft draft, Locale locale, HttpStatus status) {
        var file = pages.own(supplier, id);
        var judgement = file.judgement();
        var outlook = objections.of(id);
        var clocks = judgement.clocks();
        var until = rules.disputableUntil(clocks.day(), clocks.booksClose(), policies.days());
        var raised = disputes.of(id).stream().map(DisputeCard::of).toList();
        return pages.page("case", supplier, status)
                .addObject("file", file)
                .addObject("seen", seen.of(file))
                .addObject("explanation", Explanation.onPage(file.grounds(), locale, pages.zone()))
                .addObject("replyNow", ReplyNow.to(file))
                .addObject("counting", pages.counting(policies.version(judgement.policyVersion()), locale))
                .addObject("now", Owed.of(outlook.now()))
                .addObject("rejected", Owed.of(outlook.now(), outlook.rejected()))
                .addObject("reported", Owed.of(outlook.now(), outlook.reported()))
                .addObject("soon", Inbox.SOON.toMillis())
                .addObject("disputes", raised)
                .addObject("kinds", contests.kinds(Track.INQUIRY))
                .addObject("contestableUntil", until)
                .addObject("decideWithinDays", rules.decideWithinDays(clocks.day()))
                .addObject(
                        "contestable",
                        isContestable(file, raised) && !file.asOf().isAfter(until))
                .addObject("amendable", amendable(file))
                .addObject("replyAddress", pages.replyAddress(id))
                .addObject("draft", draft);
    }

    private static boolean isContestable(InquiryFile file, List<DisputeCard> raised) {
        return file.judgement().state() != InquiryState.PENDING
                && raised.stream().noneMatch(DisputeCard::waits);
    }

    private static List<Fact> amendable(InquiryFile file) {
        return file.facts().stream()
                .filter(file::isOwn)
                .map(kept -> kept.stored().fact())
                .filter(fact -> fact.kind().canBeAmendedBy(InquiryFactKind.RETRACTED))
                .toList();
    }
}
