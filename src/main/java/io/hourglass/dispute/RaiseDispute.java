package io.hourglass.dispute;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.batch.Batched;
import io.hourglass.dispute.DisputeRefused.Reason;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.rules.RulesOfDispute;
import io.hourglass.evidence.SentId;
import io.hourglass.evidence.SentId.Source;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.InquiryId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes in that a verdict is disputed, and opens its process. */
@Component
public class RaiseDispute {

    private final Disputes disputes;
    private final DisputedVerdicts verdicts;
    private final ClaimRules claims;
    private final RulesOfDispute rules;
    private final DisputeWorkflow workflow;
    private final Actions actions;
    private final Clock clock;

    RaiseDispute(
            Disputes disputes,
            DisputedVerdicts verdicts,
            ClaimRules claims,
            RulesOfDispute rules,
            DisputeWorkflow workflow,
            Actions actions,
            Clock clock) {
        this.disputes = disputes;
        this.verdicts = verdicts;
        this.claims = claims;
        this.rules = rules;
        this.workflow = workflow;
        this.actions = actions;
        this.clock = clock;
    }

    /** @param by the name of the account or key that raises it */
    public record Raised(DisputeId id, InquiryId inquiry, Claim claim, String evidence, String by) {

        /** @throws InvalidInput if there is no evidence, too much of it, or some that cannot be kept */
        public Raised {
            Dispute.check("evidence", evidence);
        }
    }

    /** @param isNew false if the same had been raised before */
    public record Answer(Dispute dispute, boolean isNew) {}

    /**
     * @throws NotFound if there is no such inquiry, or it has no such fact for a correction to speak about
     * @throws InvalidInput if the claim cannot be a fact of this inquiry's books
     * @throws DisputeRefused if it comes too late, another one is open, or the id is known otherwise
     */
    @Batched
    public Answer raise(Raised raised) {
        var inquiry = verdicts.lock(raised.inquiry())
                .orElseThrow(() -> new NotFound("inquiry", raised.inquiry().value()));
        var sent = new SentId(Source.MARKETPLACE, raised.id().value(), ExternalId.MAX_LENGTH);
        var known = sent.known(
                disputes.find(raised.id()),
                dispute -> dispute.isSameAs(raised.inquiry(), raised.claim(), raised.evidence(), raised.by()),
                () -> new DisputeRefused(Reason.KNOWN_OTHERWISE, "the " + SentId.knownOtherwise(raised.id())));
        if (known.isPresent()) {
            return new Answer(known.get(), false);
        }
        var judgement = verdicts.judgementOf(inquiry.id());
        claims.check(raised.claim(), inquiry, judgement.clocks());
        checkTime(judgement.clocks());
        checkNoneOpen(inquiry.id());
        var dispute = Dispute.builder()
                .id(raised.id())
                .inquiry(inquiry.id())
                .supplier(inquiry.supplier())
                .claim(raised.claim())
                .evidence(raised.evidence())
                .raisedBy(raised.by())
                .raisedFor(Callers.current().map(Caller::person).orElse(raised.by()))
                .raisedAt(clock.instant())
                .decideBy(rules.decideBy(judgement.clocks()))
                .contested(judgement.state())
                .build();
        disputes.add(dispute);
        actions.note(
                Action.RAISE_A_DISPUTE,
                raised.id().value(),
                inquiry.id() + ": " + raised.claim().kind());
        workflow.begin(dispute);
        return new Answer(dispute, true);
    }

    private void checkTime(Deadlines clocks) {
        var last = rules.disputableUntil(clocks);
        if (clock.instant().isAfter(last)) {
            throw new DisputeRefused(Reason.TOO_LATE, "the verdict could be disputed until " + last);
        }
    }

    private void checkNoneOpen(InquiryId inquiry) {
        disputes.of(inquiry).stream()
                .filter(other -> other.state() == DisputeState.OPEN)
                .findFirst()
                .ifPresent(other -> {
                    throw new DisputeRefused(
                            Reason.ANOTHER_IS_OPEN, "the dispute " + other.id() + " of this inquiry is open");
                });
    }
}
