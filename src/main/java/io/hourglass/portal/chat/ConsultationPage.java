package io.hourglass.portal.chat;

import io.hourglass.access.callers.Viewer;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.dispute.rules.RulesOfDispute;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.portal.disputes.Contest;
import io.hourglass.portal.disputes.Contests;
import io.hourglass.portal.disputes.Contests.Mistake;
import io.hourglass.portal.disputes.DisputeCard;
import io.hourglass.portal.supplier.SupplierPageSupport;
import io.hourglass.portal.supplier.SuppliersPage;
import io.hourglass.trace.ConsultationTraces;
import io.hourglass.trace.ConsultationTraces.ConsultationTrace;
import io.hourglass.trace.TracedConsultation;
import io.hourglass.trace.Traces;
import io.hourglass.web.Page;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One consultation as its shop sees it: where it stands, why, and how its verdict is disputed. */
@Page
@RequestMapping("/suppliers/{supplier}/chat/consultations/{consultation}")
class ConsultationPage extends SuppliersPage {

    private final SupplierPageSupport pages;
    private final ConsultationTraces traces;
    private final Traces names;
    private final Contests contests;
    private final RulesOfDispute rules;
    private final ChatPolicies policies;
    private final Viewer viewer;

    ConsultationPage(
            SupplierPageSupport pages,
            ConsultationTraces traces,
            Traces names,
            Contests contests,
            RulesOfDispute rules,
            ChatPolicies policies,
            Viewer viewer) {
        this.pages = pages;
        this.traces = traces;
        this.names = names;
        this.contests = contests;
        this.rules = rules;
        this.policies = policies;
        this.viewer = viewer;
    }

    /**
     * What was written into the form, to be shown again where it was not taken.
     *
     * @param zone in which the contest's time is; empty for the reader's
     */
    record Contested(Contest contest, String zone) {

        static final Contested NOTHING = new Contested(Contest.EMPTY, "");
    }

    @GetMapping
    ModelAndView show(@PathVariable String supplier, @PathVariable String consultation, Locale locale) {
        return page(
                new SupplierId(supplier), new ConsultationId(consultation), Contested.NOTHING, locale, HttpStatus.OK);
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping("/disputes")
    ModelAndView back(@PathVariable String supplier, @PathVariable String consultation) {
        return SupplierPageSupport.backTo(supplier, "chat", "consultations", consultation);
    }

    /** @param zone in which the form's page asked for a time: the reader may have set another since; empty for the present one */
    @PostMapping("/disputes")
    ModelAndView contest(
            @PathVariable String supplier,
            @PathVariable String consultation,
            Contest contest,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam String form,
            Locale locale,
            RedirectAttributes flash) {
        var shop = new SupplierId(supplier);
        var id = new ConsultationId(consultation);
        own(shop, id);
        var read = pages.zoneOfForm(zone);
        var mistake = contests.raise(id, contest, read, form);
        if (mistake != null) {
            return notDone(shop, id, new Contested(contest, read.getId()), mistake, locale);
        }
        flash.addFlashAttribute("said", pages.say(locale, "supplier.said.DISPUTED"));
        return back(supplier, consultation);
    }

    private ModelAndView notDone(SupplierId shop, ConsultationId id, Contested draft, Mistake mistake, Locale locale) {
        return page(shop, id, draft, locale, mistake.status())
                .addObject("broken", mistake.field())
                .addObject("mistake", pages.say(locale, mistake.key()));
    }

    /** @throws NotFound if there is no such consultation, or it is another shop's */
    private ConsultationTrace own(SupplierId shop, ConsultationId id) {
        var trace = traces.of(id);
        if (!trace.judged().kept().shop().equals(shop)) {
            throw new NotFound("consultation", id.value());
        }
        return trace;
    }

    private ModelAndView page(SupplierId shop, ConsultationId id, Contested draft, Locale locale, HttpStatus status) {
        var answer = pages.page("chat-consultation", shop, status);
        var trace = own(shop, id);
        var day = trace.judged().consultation().day();
        var until = rules.disputableUntil(
                day.date(), day.booksClose(), policies.calendar().days());
        var raised = trace.disputes().stream().map(DisputeCard::of).toList();
        var isOver = viewer.now().isAfter(until);
        return answer.addObject("one", TracedConsultation.of(trace, locale, viewer.zone(), names, true))
                .addObject("format", viewer.format())
                .addObject("disputes", raised)
                .addObject("kinds", contests.kinds(ConsultationId.CHAT))
                .addObject("contestableUntil", until)
                .addObject("decideWithinDays", rules.decideWithinDays(day.date()))
                .addObject("over", isOver)
                .addObject("contestable", !isOver && isContestable(trace, raised))
                .addObject("amendable", amendable(trace))
                .addObject("draft", draft);
    }

    /** Not while its day goes on, and it can still be answered, nor while another dispute waits. */
    private static boolean isContestable(ConsultationTrace trace, List<DisputeCard> raised) {
        return trace.judged().state().filter(state -> !state.pending()).isPresent()
                && raised.stream().noneMatch(DisputeCard::waits);
    }

    private static List<Fact> amendable(ConsultationTrace trace) {
        return trace.kept().facts().stream()
                .map(told -> told.stored().fact())
                .filter(fact -> fact.kind().canBeAmendedBy(ChatFactKind.RETRACTED))
                .toList();
    }
}
