package io.hourglass.dispute;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.Channel;
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
    private final DisputedVerdicts verdicts;
    private final RecordFact record;
    private final Facts facts;
    private final RestateBooks restatement;
    private final Actions actions;
    private final Clock clock;

    DisputeCase(
            Disputes disputes,
            DisputedVerdicts verdicts,
            RecordFact record,
            Facts facts,
            RestateBooks restatement,
            Actions actions,
            Clock clock) {
        this.disputes = disputes;
        this.verdicts = verdicts;
        this.record = record;
        this.facts = facts;
        this.restatement = restatement;
        this.actions = actions;
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
            record.recordOwn(report(dispute, settled ? lastWord(dispute) : null));
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
        var verdict = verdicts.judgementOf(dispute.inquiry()).state();
        disputes.end(dispute.ended(DisputeState.LAPSED, new Dispute.Decision(null, clock.instant(), null, verdict)));
        actions.note(Action.LET_A_DISPUTE_LAPSE, id.value(), "inquiry " + dispute.inquiry());
    }

    /**
     * A correction of closed books lies in them, after the fact that it is about and that fact's other corrections. A finding
     * says what the mail was from its receipt on, and comes after those before it.
     */
    private @Nullable Instant lastWord(Dispute dispute) {
        var about = dispute.claim().about();
        if (about == null) {
            return null;
        }
        var finding = dispute.claim().kind() == InquiryFactKind.BELONGS_TO;
        var clocks = verdicts.judgementOf(dispute.inquiry()).clocks();
        var close = clocks.booksClose();
        return facts.of(List.of(dispute.inquiry())).getOrDefault(dispute.inquiry(), List.of()).stream()
                .filter(fact -> finding
                        ? fact.is(InquiryFactKind.BELONGS_TO)
                        : about.equals(fact.id()) || about.equals(fact.about()))
                .map(fact -> fact.occurredAt().plusMillis(1))
                .filter(close::isAfter)
                .max(Instant::compareTo)
                .orElseGet(() -> finding ? clocks.receivedAt() : close.minusMillis(1));
    }

    private static FactReport report(Dispute dispute, @Nullable Instant correctedAt) {
        var claim = dispute.claim();
        return FactReport.builder()
                .id(dispute.id().fact())
                .inquiry(dispute.inquiry())
                .kind(claim.kind())
                .supplier(dispute.supplier())
                .author(claim.author())
                .actor(dispute.raisedBy())
                .channel(Channel.DISPUTE)
                .occurredAt(claim.occurredAt() == null ? correctedAt : claim.occurredAt())
                .about(claim.about())
                .build();
    }

    private Dispute find(DisputeId id) {
        return disputes.find(id).orElseThrow(() -> new IllegalStateException("no dispute " + id));
    }
}
