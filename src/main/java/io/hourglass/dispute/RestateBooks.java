package io.hourglass.dispute;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.evidence.Facts;
import io.hourglass.rate.Restatement;
import io.hourglass.rate.Restatement.Revised;
import io.hourglass.rate.books.Cause;
import io.hourglass.rate.standing.StandingChanges;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Carries an accepted dispute into closed books. */
@Component
class RestateBooks {

    private final Disputes disputes;
    private final RestatedNumbers restated;
    private final Facts facts;
    private final Restatement restatement;
    private final StandingChanges standing;
    private final DisputedCases cases;
    private final Actions actions;

    RestateBooks(
            Disputes disputes,
            RestatedNumbers restated,
            Facts facts,
            Restatement restatement,
            StandingChanges standing,
            DisputedCases cases,
            Actions actions) {
        this.disputes = disputes;
        this.restated = restated;
        this.facts = facts;
        this.restatement = restatement;
        this.standing = standing;
        this.cases = cases;
        this.actions = actions;
    }

    /** Lets the fact into the closed books, and restates what that changes, once; it may be nothing. */
    void restate(Dispute dispute) {
        var id = dispute.id();
        var fact = facts.find(id.fact()).orElseThrow().fact();
        if (facts.isAdmitted(fact.id())) {
            return;
        }
        facts.admit(fact, fact.occurredAt());
        var cause = new Cause(Cause.Kind.RESTATEMENT, id.value());
        var effect = restatement.restate(
                dispute.caseId(), cases.open(dispute.caseId()).subject(), cause);
        if (!effect.changed()) {
            disputes.end(dispute.ended(DisputeState.WITHOUT_EFFECT, Objects.requireNonNull(dispute.decision())));
            return;
        }
        var revised = effect.numbers();
        restated.add(revised.stream().map(one -> restatedBy(dispute, one)).toList());
        actions.note(Action.RESTATE_NUMBERS, id.value(), dispute.supplier() + ": " + revised.size() + " numbers");
    }

    private RestatedNumber restatedBy(Dispute dispute, Revised revised) {
        var after = revised.after();
        return RestatedNumber.builder()
                .dispute(dispute.id())
                .supplier(dispute.supplier())
                .subject(after.subject())
                .publishedOn(after.publishedOn())
                .revision(after.revision())
                .timelyBefore(revised.timelyBefore())
                .countableBefore(revised.countableBefore())
                .timely(after.timely())
                .countable(after.countable())
                .crossed(standing.restated(revised))
                .at(after.publishedAt())
                .build();
    }
}
