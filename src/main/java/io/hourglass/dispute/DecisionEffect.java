package io.hourglass.dispute;

import io.hourglass.access.callers.Caller;
import io.hourglass.batch.Rehearsal;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.evidence.details.ContentHash;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.tracks.State;
import io.hourglass.rate.standing.Crossing;
import java.util.List;
import org.springframework.stereotype.Component;

/** What accepting a dispute would change, found by accepting it and taking that back. */
@Component
public class DecisionEffect {

    private static final String ANY_REASON = "to see what it changes";

    private final Disputes disputes;
    private final RestatedNumbers restated;
    private final DisputedCases cases;
    private final DecideDispute decide;
    private final Rehearsal rehearsal;

    DecisionEffect(
            Disputes disputes,
            RestatedNumbers restated,
            DisputedCases cases,
            DecideDispute decide,
            Rehearsal rehearsal) {
        this.disputes = disputes;
        this.restated = restated;
        this.cases = cases;
        this.decide = decide;
        this.rehearsal = rehearsal;
    }

    /**
     * What would be otherwise.
     *
     * @param supplier whose numbers they are
     * @param before the verdict, or what is in its place, now
     * @param after the same once the dispute is accepted
     * @param state of the dispute then
     * @param numbers that would be restated, by date
     */
    public record Effect(
            SupplierId supplier, State before, State after, DisputeState state, List<RestatedNumber> numbers) {

        /** On how many dates the supplier would come over the gate, or fall below it. */
        public long crossing(Crossing crossing) {
            return numbers.stream()
                    .filter(number -> number.crossed() == crossing)
                    .count();
        }

        /** By which it is known again: equal for equal effects. */
        public String digest() {
            return ContentHash.unsalted(
                    before,
                    after,
                    state,
                    numbers.stream()
                            .map(number -> number.publishedOn() + " " + number.revision() + " " + number.timely() + "/"
                                    + number.countable())
                            .toList());
        }
    }

    /**
     * @param by who would decide
     * @throws NotFound if there is no such dispute
     * @throws DisputeRefused if the caller is not the one to decide it, or it has been refused or has lapsed
     */
    public Effect ofAccepting(DisputeId id, Caller by) {
        return rehearsal.of(() -> {
            var dispute = disputes.find(id).orElseThrow(() -> new NotFound("dispute", id.value()));
            var before = cases.open(dispute.caseId()).state();
            var accepted = decide.decide(new DecideDispute.Decided(id, true, ANY_REASON, by));
            var decision = accepted.decision();
            return new Effect(
                    dispute.supplier(),
                    before,
                    decision == null ? before : decision.verdict(),
                    accepted.state(),
                    restated.of(id));
        });
    }
}
