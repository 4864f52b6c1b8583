package io.hourglass.dispute;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.audit.actions.Action;
import io.hourglass.batch.Batched;
import io.hourglass.dispute.DisputeRefused.Reason;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.rate.Restatement;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides a dispute: the decision is recorded and carried out in one transaction, by its process if that can.
 */
@Component
public class DecideDispute {

    private final Disputes disputes;
    private final DisputedCases cases;
    private final Restatement restatement;
    private final DisputeWorkflow workflow;
    private final DisputeCase disputeCase;
    private final DisputeNotes notes;
    private final Clock clock;

    DecideDispute(
            Disputes disputes,
            DisputedCases cases,
            Restatement restatement,
            DisputeWorkflow workflow,
            DisputeCase disputeCase,
            DisputeNotes notes,
            Clock clock) {
        this.disputes = disputes;
        this.cases = cases;
        this.restatement = restatement;
        this.workflow = workflow;
        this.disputeCase = disputeCase;
        this.notes = notes;
        this.clock = clock;
    }

    /** @param by operations, or an auditor; after the books' close an auditor */
    public record Decided(DisputeId dispute, boolean accepted, String reason, Caller by) {

        /** @throws InvalidInput if the reason cannot be kept */
        public Decided {
            Dispute.check("reason", reason);
        }
    }

    /**
     * To decide the same again changes nothing.
     *
     * @throws NotFound if there is no such dispute
     * @throws DisputeRefused if it has been decided otherwise, or the caller is not the one to decide it
     */
    @Batched
    public Dispute decide(Decided decided) {
        var id = disputes.find(decided.dispute())
                .orElseThrow(() -> unknown(decided))
                .caseId();
        cases.hold(id);
        var dispute = disputes.lock(decided.dispute()).orElseThrow(() -> unknown(decided));
        if (dispute.state() != DisputeState.OPEN) {
            return sameAgain(dispute, decided);
        }
        var closed = booksAreClosed(id);
        check(dispute, decided, closed);
        record(dispute, decided, closed);
        if (!workflow.decided(dispute.id(), decided.accepted()) && decided.accepted()) {
            carryOut(dispute.id());
        }
        return withVerdict(decided.dispute());
    }

    /** Where no process can. */
    private void carryOut(DisputeId dispute) {
        if (disputeCase.recordClaim(dispute)) {
            disputeCase.restate(dispute);
        }
    }

    private static NotFound unknown(Decided decided) {
        return new NotFound("dispute", decided.dispute().value());
    }

    private static Dispute sameAgain(Dispute dispute, Decided decided) {
        var decision = dispute.decision();
        var accepted =
                dispute.state() == DisputeState.TAKEN_AS_FACT || dispute.state().isAcceptedAfterTheClose();
        if (decision == null
                || accepted != decided.accepted()
                || !decided.by().name().equals(decision.by())
                || !dispute.isReason(decided.reason())) {
            throw new DisputeRefused(Reason.DECIDED, "the dispute " + dispute.id() + " is " + dispute.state());
        }
        return dispute;
    }

    /**
     * Why this person may not decide it; empty if allowed.
     *
     * @param closed whether the books of the case's day have closed
     */
    public static Optional<Reason> refusal(Dispute dispute, boolean closed, Caller by) {
        if (dispute.raisedFor().equals(by.person())) {
            return Optional.of(Reason.RAISED_BY_YOU);
        }
        return closed && !by.is(Role.AUDITOR) ? Optional.of(Reason.FOR_AUDITORS) : Optional.empty();
    }

    private static void check(Dispute dispute, Decided decided, boolean closed) {
        refusal(dispute, closed, decided.by()).ifPresent(reason -> {
            throw new DisputeRefused(
                    reason,
                    reason == Reason.RAISED_BY_YOU
                            ? "a dispute cannot be decided by the person who raised it, or who made the account or key that did"
                            : "the day of the case is locked, so that an auditor has to decide");
        });
    }

    /**
     * Holds the books. A day that was past its close when its first inquiry was recorded is none of them, and has no close
     * to wait for.
     *
     * @throws DisputeRefused after the close's instant, before its end: a fact that is recorded then would be in neither
     */
    private boolean booksAreClosed(CaseId id) {
        var disputed = cases.open(id);
        var day = restatement.hold(disputed.trackDay());
        if (day.isPresent() && day.get().settled()) {
            return true;
        }
        var past = clock.instant().isAfter(disputed.booksClose());
        if (past && day.isPresent()) {
            throw new DisputeRefused(
                    Reason.BOOKS_ARE_CLOSING, "the day " + disputed.day() + " is being locked at this moment");
        }
        return past;
    }

    private void record(Dispute dispute, Decided decided, boolean closed) {
        var accepted = closed ? DisputeState.RESTATED : DisputeState.TAKEN_AS_FACT;
        var state = decided.accepted() ? accepted : DisputeState.REFUSED;
        var now = clock.instant();
        var ended = dispute.ended(
                state, new Dispute.Decision(decided.by().name(), now, decided.reason(), dispute.contested()));
        disputes.end(ended);
        notes.ended(ended, decided.accepted() ? Action.ACCEPT_A_DISPUTE : Action.REFUSE_A_DISPUTE, now);
    }

    /** What the decision has made of the verdict. */
    private Dispute withVerdict(DisputeId id) {
        var dispute = disputes.find(id).orElseThrow();
        var decided = dispute.withVerdict(cases.open(dispute.caseId()).state());
        disputes.end(decided);
        return decided;
    }
}
