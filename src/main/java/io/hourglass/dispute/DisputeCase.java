package io.hourglass.dispute;

import io.hourglass.audit.actions.Action;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.evidence.Facts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process of a dispute does. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DisputeCase {

    private final Disputes disputes;
    private final DisputedCases cases;
    private final Facts facts;
    private final RestateBooks restatement;
    private final DisputeNotes notes;
    private final Clock clock;

    DisputeCase(
            Disputes disputes,
            DisputedCases cases,
            Facts facts,
            RestateBooks restatement,
            DisputeNotes notes,
            Clock clock) {
        this.disputes = disputes;
        this.cases = cases;
        this.facts = facts;
        this.restatement = restatement;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * Records what was claimed as a fact like any other, once.
     *
     * @return whether it is one of closed books, so that they have to be restated
     */
    public boolean recordClaim(DisputeId id) {
        var dispute = find(id);
        var settled = dispute.state().isAcceptedAfterTheClose();
        if (facts.find(id.fact()).isEmpty()) {
            var claimed = dispute.claim().occurredAt();
            cases.of(dispute.caseId().track())
                    .record(dispute, claimed != null ? claimed : settled ? lastWord(dispute) : null);
        }
        return settled;
    }

    /** Lets the fact into the closed books, and restates what that changes, once; it may be nothing. */
    public void restate(DisputeId id) {
        restatement.restate(find(id));
    }

    /** Nobody has decided in time. */
    public void lapse(DisputeId id) {
        var dispute = disputes.lock(id).orElseThrow();
        var verdict = cases.open(dispute.caseId()).state();
        var now = clock.instant();
        var lapsed = dispute.ended(DisputeState.LAPSED, new Dispute.Decision(null, now, null, verdict));
        disputes.end(lapsed);
        notes.ended(lapsed, Action.LET_A_DISPUTE_LAPSE, now);
    }

    /**
     * A correction of closed books lies in them, after the fact that it is about and that fact's other corrections. What else is
     * about something says what the case was from its beginning on, and comes after those before it.
     */
    private @Nullable Instant lastWord(Dispute dispute) {
        var about = dispute.claim().about();
        if (about == null) {
            return null;
        }
        var kind = dispute.claim().kind();
        var disputed = cases.open(dispute.caseId());
        var close = disputed.booksClose();
        return facts.of(List.of(disputed.id())).getOrDefault(disputed.id(), List.of()).stream()
                .filter(fact -> kind.isCorrection()
                        ? about.equals(fact.id()) || about.equals(fact.about())
                        : fact.kind().equals(kind))
                .map(fact -> fact.occurredAt().plusMillis(1))
                .filter(close::isAfter)
                .max(Instant::compareTo)
                .orElseGet(() -> kind.isCorrection() ? close.minusMillis(1) : disputed.from());
    }

    private Dispute find(DisputeId id) {
        return disputes.find(id).orElseThrow(() -> new IllegalStateException("no dispute " + id));
    }
}
