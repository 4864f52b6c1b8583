package io.hourglass.inquiry;

import io.hourglass.group.Reconciled.Did;
import io.hourglass.group.ReconcilerLog;
import io.hourglass.inquiry.Adjudication.Heard;
import io.hourglass.inquiry.Adjudication.Hearing;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.kernel.InquiryId;
import io.hourglass.rate.Cause;
import io.hourglass.referral.ReferralState;
import io.hourglass.referral.ReferralWorkflow;
import io.hourglass.referral.Referrals;
import io.hourglass.sla.State;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;

/**
 * Where the process of an inquiry ought to be follows from the facts, and from nothing that the process went through
 * (ADR 30): it waits, is over, or refers the buyer. Whatever the facts change, this brings the processes after.
 */
@Component
class CaseCourse {

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
     * The inquiry that was heard, which the caller holds, and those of its pair of which the books now say otherwise.
     *
     * @param known what was known by then has happened
     */
    void follow(Heard heard, Instant known, Cause cause) {
        var hearing = heard.hearing();
        follow(known.isAfter(hearing.asOf()) ? hearing.at(known) : hearing, cause);
        followOthers(heard, cause);
    }

    /** Those of the pair alone of which the books now say otherwise. */
    void followOthers(Heard heard, Cause cause) {
        var own = heard.hearing().inquiry().id();
        followAll(
                heard.changed().stream().filter(changed -> !changed.equals(own)).toList(), cause);
    }

    private void followAll(Collection<InquiryId> others, Cause cause) {
        if (!others.isEmpty()) {
            inquiries.lock(others).values().forEach(other -> follow(adjudication.hear(other), cause));
        }
    }

    void follow(Hearing hearing, Cause cause) {
        var id = hearing.inquiry().id();
        if (hearing.isTakenBack()) {
            withdrawOffer(hearing);
        }
        if (isToBeReferred(hearing)) {
            refer(id);
        } else if (hearing.isOver()) {
            end(hearing, cause);
        } else if (!workflow.isUnderWay(id) && referrals.find(id).isEmpty()) {
            begin(id);
            log.add("inquiry", id.value(), Did.BEGUN);
        }
    }

    /** Once more, for a case that ought to wait and does not. */
    void begin(InquiryId id) {
        workflow.begin(id);
    }

    /** What was picked by then stands. */
    private void withdrawOffer(Hearing hearing) {
        var id = hearing.inquiry().id();
        var offered = referrals.find(id).filter(known -> known.stateAt(hearing.asOf()) == ReferralState.OFFERED);
        if (offered.isPresent()) {
            referrals.end(id, ReferralState.WITHDRAWN, hearing.asOf());
            referralWorkflow.declined(id);
        }
    }

    /** Once for each inquiry. */
    boolean isToBeReferred(Hearing hearing) {
        return hearing.alternativesRequested()
                && hearing.judgement().state() != State.PENDING
                && referrals.find(hearing.inquiry().id()).isEmpty();
    }

    /** Its process may be over. */
    void refer(InquiryId id) {
        if (!workflow.alternativesRequested(id)) {
            workflow.alternativesRequestedAfterTheEnd(id);
        }
    }

    /** Where no process is there to hand its outcome over, that is done here. */
    void end(Hearing hearing, Cause cause) {
        var id = hearing.inquiry().id();
        var outcome = hearing.outcome(hearing.asOf());
        if (workflow.end(id, outcome) || workflow.isUnderWay(id)) {
            return;
        }
        adjudication.decide(hearing.inquiry(), cause);
        if (outcome == Outcome.REJECTED) {
            notices.tell(id, Notice.Kind.REJECTED, hearing.asOf());
        }
    }
}
