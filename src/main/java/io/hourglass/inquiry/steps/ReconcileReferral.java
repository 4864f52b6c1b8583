package io.hourglass.inquiry.steps;

import io.hourglass.batch.processes.ProcessWatch;
import io.hourglass.batch.processes.ProcessWatch.Whereabouts;
import io.hourglass.batch.processes.Reconciled.Did;
import io.hourglass.bpmn.ReferralNodes;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.ReferralWorkflow;
import io.hourglass.referral.offers.Referral;
import io.hourglass.referral.offers.Referrals;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings the process of a referral, and of the inquiry that called it, to where the referral's own row says. */
@Component
class ReconcileReferral {

    private static final String PROCESS = "referral";
    private static final String CALLER = "inquiry";
    private static final String CHOICE = ReferralNodes.AWAIT_BUYERS_CHOICE;

    private final Referrals referrals;
    private final InquiryWorkflow inquiries;
    private final ReferralWorkflow workflow;
    private final ProcessWatch watch;
    private final Clock clock;

    ReconcileReferral(
            Referrals referrals,
            InquiryWorkflow inquiries,
            ReferralWorkflow workflow,
            ProcessWatch watch,
            Clock clock) {
        this.referrals = referrals;
        this.inquiries = inquiries;
        this.workflow = workflow;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Empty if the inquiry has none.
     *
     * @param caller where the process of the inquiry is
     */
    Optional<Did> reconcile(InquiryId id, Whereabouts caller) {
        return referrals.find(id).map(known -> reconcile(known, caller));
    }

    private Did reconcile(Referral referral, Whereabouts caller) {
        var id = referral.inquiry();
        var now = watch.of(PROCESS, id.value());
        if (now.suspended()) {
            return Did.LEFT;
        }
        return switch (referral.stateAt(clock.instant())) {
            case OFFERED -> now.isWellAt(CHOICE) ? Did.NOTHING : beginAnew(id, caller);
            case EXPIRED -> now.isWellAt(CHOICE) || !now.lives() ? discard(id, caller, now) : beginAnew(id, caller);
            case PICKED -> now.waitsAt(CHOICE) ? moved(workflow.picked(id)) : discard(id, caller, now);
            case DECLINED, WITHDRAWN -> now.waitsAt(CHOICE) ? moved(workflow.declined(id)) : discard(id, caller, now);
            case NOBODY_FOUND, LIMIT_REACHED -> discard(id, caller, now);
        };
    }

    private static Did moved(boolean told) {
        return told ? Did.MOVED : Did.LEFT;
    }

    /** The referral goes with the inquiry that called it. */
    private Did beginAnew(InquiryId id, Whereabouts caller) {
        watch.discard(caller.lives() ? CALLER : PROCESS, id.value());
        inquiries.alternativesRequestedAfterTheEnd(id);
        return caller.begun();
    }

    /** Nothing is left to wait for; a process that the referral has still left behind goes. */
    private Did discard(InquiryId id, Whereabouts caller, Whereabouts now) {
        if (now.lives() || !caller.lives()) {
            return Did.NOTHING;
        }
        watch.discard(CALLER, id.value());
        return Did.DISCARDED;
    }
}
