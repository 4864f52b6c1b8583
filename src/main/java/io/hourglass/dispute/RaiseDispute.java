package io.hourglass.dispute;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.batch.Batched;
import io.hourglass.dispute.DisputeRefused.Reason;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.rules.RulesOfDispute;
import io.hourglass.dispute.tracks.ClaimKind;
import io.hourglass.dispute.tracks.DisputedCase;
import io.hourglass.evidence.SentId;
import io.hourglass.evidence.SentId.Source;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.Track;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in that a verdict is disputed, and opens its process. */
@Component
public class RaiseDispute {

    private final Disputes disputes;
    private final DisputedCases cases;
    private final ClaimRules claims;
    private final RulesOfDispute rules;
    private final DisputeWorkflow workflow;
    private final DisputeNotes notes;
    private final Clock clock;

    RaiseDispute(
            Disputes disputes,
            DisputedCases cases,
            ClaimRules claims,
            RulesOfDispute rules,
            DisputeWorkflow workflow,
            DisputeNotes notes,
            Clock clock) {
        this.disputes = disputes;
        this.cases = cases;
        this.claims = claims;
        this.rules = rules;
        this.workflow = workflow;
        this.notes = notes;
        this.clock = clock;
    }

    /** @param by the name of the account or key that raises it */
    public record Raised(DisputeId id, CaseId caseId, Claim claim, String evidence, String by) {

        /** @throws InvalidInput if there is no evidence, too much of it, or some that cannot be kept */
        public Raised {
            Dispute.check("evidence", evidence);
        }
    }

    /** The claims that a track takes. */
    public List<ClaimKind> claims(Track track) {
        return cases.of(track).claims();
    }

    /** @param isNew false if the same had been raised before */
    public record Answer(Dispute dispute, boolean isNew) {}

    /**
     * @throws NotFound if there is no such case, or it has no such fact for a correction to speak about
     * @throws InvalidInput if the claim cannot be a fact of the case's books
     * @throws DisputeRefused if it comes too late, another one is open, or the id is known otherwise
     */
    @Batched
    public Answer raise(Raised raised) {
        var track = cases.of(raised.caseId().track());
        claims.checkForm(raised.claim(), track);
        track.hold(raised.caseId());
        var sent = new SentId(Source.MARKETPLACE, raised.id().value(), ExternalId.MAX_LENGTH);
        var known = sent.known(
                disputes.find(raised.id()),
                dispute -> dispute.isSameAs(raised.caseId(), raised.claim(), raised.evidence(), raised.by()),
                () -> new DisputeRefused(Reason.KNOWN_OTHERWISE, "the " + SentId.knownOtherwise(raised.id())));
        if (known.isPresent()) {
            return new Answer(known.get(), false);
        }
        var disputed = track.open(raised.caseId());
        claims.check(raised.claim(), disputed, track);
        checkTime(disputed);
        checkNoneOpen(disputed.id());
        var dispute = Dispute.builder()
                .id(raised.id())
                .caseId(disputed.id())
                .supplier(disputed.supplier())
                .claim(raised.claim())
                .evidence(raised.evidence())
                .raisedBy(raised.by())
                .raisedFor(Callers.current().map(Caller::person).orElse(raised.by()))
                .raisedAt(clock.instant())
                .decideBy(rules.decideBy(disputed.day(), disputed.days()))
                .contested(disputed.state())
                .build();
        disputes.add(dispute);
        notes.raised(dispute);
        workflow.begin(dispute);
        return new Answer(dispute, true);
    }

    private void checkTime(DisputedCase disputed) {
        var last = rules.disputableUntil(disputed.day(), disputed.booksClose(), disputed.days());
        if (clock.instant().isAfter(last)) {
            throw new DisputeRefused(Reason.TOO_LATE, "the verdict could be disputed until " + last);
        }
    }

    private void checkNoneOpen(CaseId id) {
        disputes.of(id).stream()
                .filter(other -> other.state() == DisputeState.OPEN)
                .findFirst()
                .ifPresent(other -> {
                    throw new DisputeRefused(
                            Reason.ANOTHER_IS_OPEN, "the dispute " + other.id() + " of the same case is open");
                });
    }
}
