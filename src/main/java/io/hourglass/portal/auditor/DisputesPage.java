package io.hourglass.portal.auditor;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Viewer;
import io.hourglass.dispute.DecideDispute;
import io.hourglass.dispute.DecideDispute.Decided;
import io.hourglass.dispute.DecisionEffect;
import io.hourglass.dispute.DecisionEffect.Effect;
import io.hourglass.dispute.DisputeRefused;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.portal.auditor.RestatementsPage.Change;
import io.hourglass.portal.chips.Chips;
import io.hourglass.portal.disputes.CaseShown;
import io.hourglass.rate.standing.Crossing;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

/** Disputes as tasks: what is open, each with all that there is to decide it by, and how the others were decided. */
@Page
@RequestMapping("/audit/disputes")
class DisputesPage {

    private static final int SIZE = 20;

    private final DisputeViews views;
    private final DecideDispute decide;
    private final DecisionEffect effects;
    private final MessageSource messages;
    private final Viewer viewer;

    DisputesPage(
            DisputeViews views, DecideDispute decide, DecisionEffect effects, MessageSource messages, Viewer viewer) {
        this.views = views;
        this.decide = decide;
        this.effects = effects;
        this.messages = messages;
        this.viewer = viewer;
    }

    /**
     * What accepting would change, shown before it is done.
     *
     * @param gained on how many dates the supplier comes over the gate
     * @param lost on how many it falls below
     * @param seen says, when it is confirmed, what was shown
     */
    record EffectView(
            String before, String after, List<Change> numbers, String supplier, long gained, long lost, String seen) {}

    /** @param state null for all: those that wait, and those that are decided */
    @GetMapping
    ModelAndView list(
            @RequestParam(required = false) @Nullable DisputeState state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "0") @Min(0) int ended) {
        var view = new ModelAndView("auditor/disputes");
        view.addObject(
                "chips",
                Chips.by("state", state, "ended")
                        .covering("audit.chips.disputes")
                        .addAll(DisputeState.class, "audit.state.", views.counted()));
        if (state == null || state == DisputeState.OPEN) {
            var open = views.open(new PageQuery(page, SIZE));
            view.addObject("open", open.items());
            view.addObject("openPaging", Pager.of(open));
        }
        if (state != DisputeState.OPEN) {
            var over = views.ended(state, new PageQuery(ended, SIZE));
            view.addObject("ended", over.items());
            view.addObject("endedPaging", Pager.of("ended", over));
        }
        return view;
    }

    @GetMapping("/{dispute}")
    ModelAndView show(@PathVariable String dispute, Locale locale) {
        return task(dispute, "", null, locale, HttpStatus.OK);
    }

    /** Redirect after POST: reloading, or changing the language, leads to the dispute. */
    @GetMapping("/{dispute}/decision")
    ModelAndView back(@PathVariable String dispute, Locale locale) {
        return show(dispute, locale);
    }

    /** To accept takes two steps: the first shows what it changes, the second confirms just that. */
    @PostMapping("/{dispute}/decision")
    ModelAndView decide(
            @PathVariable String dispute,
            @RequestParam(required = false) @Nullable Boolean accepted,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            Locale locale,
            RedirectAttributes then) {
        if (accepted == null) {
            return task(dispute, reason, "accepted", locale, HttpStatus.BAD_REQUEST);
        }
        try {
            var caller = Callers.current().orElseThrow();
            var decision = new Decided(new DisputeId(dispute), accepted, StoredText.typed(reason), caller);
            if (accepted) {
                var effect = effects.ofAccepting(decision.dispute(), caller);
                if (!effect.digest().equals(seen)) {
                    return task(dispute, reason, null, locale, HttpStatus.OK)
                            .addObject("effect", view(effect, views.caseOf(decision.dispute())));
                }
            }
            var decided = decide.decide(decision);
            then.addFlashAttribute("said", inWords(decided, locale));
            then.addFlashAttribute("saidOf", dispute);
            then.addFlashAttribute("saidAt", "/audit/disputes/" + PathSegment.of(dispute));
            return new ModelAndView(SeeOther.to("/audit/disputes"));
        } catch (InvalidInput e) {
            return task(dispute, reason, e.field(), locale, HttpStatus.BAD_REQUEST);
        } catch (DisputeRefused e) {
            return task(dispute, reason, e.reason().name(), locale, HttpStatus.CONFLICT);
        }
    }

    private static EffectView view(Effect effect, CaseShown of) {
        return new EffectView(
                Objects.requireNonNull(of.state(effect.before())),
                Objects.requireNonNull(of.state(effect.after())),
                effect.numbers().stream().map(Change::of).toList(),
                effect.supplier().value(),
                effect.crossing(Crossing.GAINED),
                effect.crossing(Crossing.LOST),
                effect.digest());
    }

    private String inWords(Dispute dispute, Locale locale) {
        var decision = dispute.decision();
        var verdict = decision == null ? dispute.contested() : decision.verdict();
        return messages.getMessage(
                "audit.decided." + dispute.state(),
                new Object[] {
                    views.supplier(dispute),
                    messages.getMessage(CaseShown.of(dispute.caseId()).state(verdict), null, locale)
                },
                locale);
    }

    /** @param mistake why nothing was decided; null if nothing was tried */
    private ModelAndView task(
            String dispute, String reason, @Nullable String mistake, Locale locale, HttpStatusCode status) {
        var view = new ModelAndView("auditor/dispute");
        view.setStatus(status);
        view.addObject("task", views.task(new DisputeId(dispute), locale));
        view.addObject("format", viewer.format());
        view.addObject("reason", reason);
        view.addObject("mistaken", mistake);
        return view;
    }
}
