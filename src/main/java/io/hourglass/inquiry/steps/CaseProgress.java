package io.hourglass.inquiry.steps;

import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.events.TellOfInquiries;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.inquiry.pairs.Outcome;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.Cause;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an inquiry's process asks for at its steps. Each is part of the process's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseProgress {

    private final Inquiries inquiries;
    private final Facts facts;
    private final Notices notices;
    private final JudgedInquiries cases;
    private final Adjudication adjudication;
    private final TellOfInquiries tell;
    private final Clock clock;

    CaseProgress(
            Inquiries inquiries,
            Facts facts,
            Notices notices,
            JudgedInquiries cases,
            Adjudication adjudication,
            TellOfInquiries tell,
            Clock clock) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.notices = notices;
        this.cases = cases;
        this.adjudication = adjudication;
        this.tell = tell;
        this.clock = clock;
    }

    /** @param offer whether the buyer gets a notice of alternatives */
    public record AtDeadline(Outcome outcome, boolean offer) {}

    public Deadlines clocksOf(InquiryId id) {
        return cases.clocksOf(held(id));
    }

    /** Excludes what the system recognised as spam at intake (R9). */
    public Outcome screen(InquiryId id) {
        var known = facts.of(List.of(id)).getOrDefault(id, List.of());
        return known.stream().anyMatch(fact -> fact.is(InquiryFactKind.SYSTEM_SPAM))
                ? Outcome.EXCLUDED
                : Outcome.UNSERVED;
    }

    /**
     * The reply deadline fired: the judge is called before any notice. A token that a person moved here ahead of
     * the deadline leads to no offer.
     */
    public AtDeadline judgeAtDeadline(InquiryId id) {
        var judged = adjudication.decide(held(id), new Cause(Cause.Kind.DEADLINE, "reply deadline"));
        if (judged.alternativesRequested()) {
            return new AtDeadline(Outcome.ALTERNATIVES_REQUESTED, false);
        }
        var passed = judged.judgement().state() != InquiryState.PENDING;
        return new AtDeadline(judged.outcome(), passed && judged.offerOfUse());
    }

    /** Says honestly what is known, unless the buyer took the inquiry back: no answer came, we cannot see one yet, or the supplier rejected the inquiry. */
    public void tellBuyer(InquiryId id) {
        var inquiry = held(id);
        var judged = cases.of(inquiry);
        if (judged.isWithdrawn()) {
            return;
        }
        var judgement = judged.judgement();
        switch (judgement.state()) {
            case UNVERIFIED -> notices.tell(id, Notice.Kind.NO_REPLY_VISIBLE_YET, clock.instant());
            case REJECTED -> {
                adjudication.decide(inquiry, new Cause(Cause.Kind.FACT, String.valueOf(judgement.decidingFact())));
                notices.tell(id, Notice.Kind.REJECTED, clock.instant());
            }
            default -> {
                tell.alternativesAvailable(inquiry, clock.instant());
                notices.tell(id, Notice.Kind.ALTERNATIVES_AVAILABLE, clock.instant());
            }
        }
    }

    /** The process ends: the rate gets what the judge says. */
    public void handOutcome(InquiryId id, String endEvent) {
        adjudication.decide(held(id), new Cause(Cause.Kind.END_EVENT, endEvent));
    }

    private Inquiry held(InquiryId id) {
        return inquiries.lock(id).orElseThrow(() -> new IllegalStateException("a process of no inquiry: " + id));
    }
}
