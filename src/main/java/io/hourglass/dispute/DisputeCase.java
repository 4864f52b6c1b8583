package io.hourglass.dispute;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.evidence.FactText;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.rate.Restatement;
import io.hourglass.rate.Restatement.Revised;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.standing.StandingChanges;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process of a dispute does. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DisputeCase {

    private final Disputes disputes;
    private final RestatedNumbers restated;
    private final Inquiries inquiries;
    private final InquiryFiles files;
    private final RecordFact record;
    private final Facts facts;
    private final Restatement restatement;
    private final StandingChanges standing;
    private final Actions actions;
    private final Clock clock;

    DisputeCase(
            Disputes disputes,
            RestatedNumbers restated,
            Inquiries inquiries,
            InquiryFiles files,
            RecordFact record,
            Facts facts,
            Restatement restatement,
            StandingChanges standing,
            Actions actions,
            Clock clock) {
        this.disputes = disputes;
        this.restated = restated;
        this.inquiries = inquiries;
        this.files = files;
        this.record = record;
        this.facts = facts;
        this.restatement = restatement;
        this.standing = standing;
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
        var dispute = find(id);
        var inquiry = inquiryOf(dispute);
        var fact = facts.find(id.fact()).orElseThrow().fact();
        if (facts.isAdmitted(fact.id())) {
            return;
        }
        facts.admit(fact, fact.occurredAt());
        var cause = new Cause(Cause.Kind.RESTATEMENT, id.value());
        var effect = restatement.restate(inquiry.id(), inquiry.supplier().subject(), cause);
        if (!effect.changed()) {
            disputes.end(dispute.ended(DisputeState.WITHOUT_EFFECT, Objects.requireNonNull(dispute.decision())));
            return;
        }
        var revised = effect.numbers();
        restated.add(revised.stream().map(one -> restatedBy(id, one)).toList());
        actions.note(Action.RESTATE_NUMBERS, id.value(), inquiry.supplier() + ": " + revised.size() + " numbers");
    }

    /** Nobody has decided in time. */
    public void lapse(DisputeId id) {
        var dispute = disputes.lock(id).orElseThrow();
        var verdict = files.open(dispute.inquiry()).judgement().state();
        disputes.end(dispute.ended(DisputeState.LAPSED, new Dispute.Decision(null, clock.instant(), null, verdict)));
        actions.note(Action.LET_A_DISPUTE_LAPSE, id.value(), "inquiry " + dispute.inquiry());
    }

    private RestatedNumber restatedBy(DisputeId id, Revised revised) {
        var after = revised.after();
        return new RestatedNumber(
                id,
                new SupplierId(after.subject().id()),
                after.publishedOn(),
                after.revision(),
                revised.timelyBefore(),
                revised.countableBefore(),
                after.timely(),
                after.countable(),
                standing.restated(revised),
                after.publishedAt());
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
        var clocks = files.open(dispute.inquiry()).judgement().clocks();
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
        return new FactReport(
                dispute.id().fact(),
                dispute.inquiry(),
                claim.kind(),
                null,
                dispute.supplier(),
                claim.author(),
                dispute.raisedBy(),
                Channel.DISPUTE,
                claim.occurredAt() == null ? correctedAt : claim.occurredAt(),
                null,
                claim.about(),
                FactText.NONE);
    }

    private Dispute find(DisputeId id) {
        return disputes.find(id).orElseThrow(() -> new IllegalStateException("no dispute " + id));
    }

    private Inquiry inquiryOf(Dispute dispute) {
        return inquiries.find(dispute.inquiry()).orElseThrow();
    }
}
