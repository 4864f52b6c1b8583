package io.hourglass.inquiry.steps;

import io.hourglass.batch.processes.Reconciled.Did;
import io.hourglass.batch.processes.ReconcilerLog;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.Outcome;
import io.hourglass.inquiry.steps.Adjudication.Rejudged;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.Cause;
import io.hourglass.referral.ReferralWorkflow;
import io.hourglass.referral.offers.ReferralState;
import io.hourglass.referral.offers.Referrals;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Where the process of an inquiry should be follows from the facts, and from nothing that the process went through
 * (ADR 30): it waits, is over, or refers the buyer. Whatever the facts change, this brings the processes after.
 */
@Component
public class CaseCourse {

    private final Inquiries inquiries;
    private final Adjudication adjudication;
    private final InquiryWorkflow workflow;
    private final Referrals referrals;
    private final ReferralWorkflow referralWorkflow;
    private final Notices notices;
    private final ReconcilerLog log;

    CaseCourse(
            Inquiries inquiries,
            Adjudication adjudication,
            InquiryWorkflow workflow,
            Referrals referrals,
            ReferralWorkflow referralWorkflow,
            Notices notices,
            ReconcilerLog log) {
        this.inquiries = inquiries;
        this.adjudication = adjudication;
        this.workflow = workflow;
        this.referrals = referrals;
        this.referralWorkflow = referralWorkflow;
        this.notices = notices;
        this.log = log;
    }

    /**
     * The inquiry that was judged, which the caller holds, and those of its pair of which the books now say otherwise.
     *
     * @param known what was known by then has happened
     */
    public void follow(Rejudged rejudged, Instant known, Cause cause) {
        var judged = rejudged.judged();
        follow(known.isAfter(judged.asOf()) ? judged.at(known) : judged, cause);
        followOthers(rejudged, cause);
    }

    /** Those of the pair alone of which the books now say otherwise. */
    public void followOthers(Rejudged rejudged, Cause cause) {
        var judged = rejudged.judged();
        var others = rejudged.changed().stream()
                .filter(changed -> !changed.equals(judged.inquiry().id()))
                .toList();
        if (!others.isEmpty()) {
            inquiries
                    .lock(others)
                    .values()
                    .forEach(other -> follow(judged.other(other).orElseGet(() -> adjudication.judge(other)), cause));
        }
    }

    void follow(InquiryInPair judged, Cause cause) {
        var id = judged.inquiry().id();
        if (judged.isTakenBack()) {
            withdrawOffer(judged);
        }
        if (isToBeReferred(judged)) {
            refer(id);
        } else if (judged.isOver()) {
            end(judged, cause);
        } else if (!workflow.isUnderWay(id) && referrals.find(id).isEmpty()) {
            beginAgain(judged, cause);
        }
    }

    private void beginAgain(InquiryInPair judged, Cause cause) {
        if (begin(judged, cause)) {
            log.add("inquiry", judged.inquiry().id().value(), Did.BEGUN);
        }
    }

    /**
     * Once more, for a case that should wait and does not. Where none begins, the deadline books what a process would have.
     *
     * @return whether it has begun
     */
    boolean begin(InquiryInPair judged, Cause cause) {
        var begun = workflow.begin(judged.inquiry().id());
        if (!begun && judged.judgement().state() != InquiryState.PENDING) {
            adjudication.decide(judged.inquiry(), cause);
        }
        return begun;
    }

    /** What was picked by then stands. */
    private void withdrawOffer(InquiryInPair judged) {
        var id = judged.inquiry().id();
        var offered = referrals.find(id).filter(known -> known.stateAt(judged.asOf()) == ReferralState.OFFERED);
        if (offered.isPresent()) {
            referrals.end(id, ReferralState.WITHDRAWN, judged.asOf());
            referralWorkflow.declined(id);
        }
    }

    /** Once for each inquiry. */
    boolean isToBeReferred(InquiryInPair judged) {
        return judged.alternativesRequested()
                && judged.judgement().state() != InquiryState.PENDING
                && referrals.find(judged.inquiry().id()).isEmpty();
    }

    /** Its process may be over. */
    void refer(InquiryId id) {
        if (!workflow.alternativesRequested(id)) {
            workflow.alternativesRequestedAfterTheEnd(id);
        }
    }

    /** Where no process is there to hand its outcome over, that is done here. */
    void end(InquiryInPair judged, Cause cause) {
        var id = judged.inquiry().id();
        var outcome = judged.outcome();
        if (workflow.end(id, outcome) || workflow.isUnderWay(id)) {
            return;
        }
        adjudication.decide(judged.inquiry(), cause);
        if (outcome == Outcome.REJECTED) {
            notices.tell(id, Notice.Kind.REJECTED, judged.asOf());
        }
    }
}
