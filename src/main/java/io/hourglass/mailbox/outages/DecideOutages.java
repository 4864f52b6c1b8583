package io.hourglass.mailbox.outages;

import io.hourglass.access.callers.Caller;
import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.batch.Transactions;
import io.hourglass.kernel.NotFound;
import io.hourglass.mailbox.coverage.CoverageChanges;
import io.hourglass.mailbox.outages.Outage.Decision;
import io.hourglass.mailbox.outages.OutageRefused.Reason;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** An auditor consents to an outage, or does not; never the person who declared it. */
@Component
public class DecideOutages {

    private final Outages outages;
    private final Actions actions;
    private final Transactions transactions;
    private final List<CoverageChanges> changes;
    private final Clock clock;

    DecideOutages(
            Outages outages, Actions actions, Transactions transactions, List<CoverageChanges> changes, Clock clock) {
        this.outages = outages;
        this.actions = actions;
        this.transactions = transactions;
        this.changes = List.copyOf(changes);
        this.clock = clock;
    }

    /**
     * Verdicts of days whose books are open are judged again. The same once more changes nothing.
     *
     * @throws NotFound if there is no such outage
     * @throws OutageRefused if it has been decided otherwise, or was declared by the same person
     * @throws io.hourglass.kernel.InvalidInput if there is no reason
     */
    public Outage decide(long id, boolean consented, String reason, Caller by) {
        DeclareOutages.checkReason(reason);
        transactions.inOne(() -> decide(lock(id), consented, reason, by));
        var decided = outages.find(id).orElseThrow();
        if (consented) {
            changes.forEach(change -> change.changed(null, decided.from(), decided.until()));
        }
        return decided;
    }

    private Outage lock(long id) {
        return outages.lock(id).orElseThrow(() -> new NotFound("outage", String.valueOf(id)));
    }

    private void decide(Outage outage, boolean consented, String reason, Caller by) {
        var before = outage.decision();
        if (before != null) {
            requireSame(outage.id(), before, consented, by);
            return;
        }
        if (outage.declaredFor().equals(by.person())) {
            throw new OutageRefused(
                    Reason.DECLARED_BY_YOU, "outage " + outage.id() + " was declared by the same person");
        }
        outages.decide(outage.id(), new Decision(consented, by.name(), reason, clock.instant()));
        actions.note(
                consented ? Action.CONSENT_TO_AN_OUTAGE : Action.REFUSE_AN_OUTAGE, "outage " + outage.id(), reason);
    }

    private static void requireSame(long id, Decision before, boolean consented, Caller by) {
        if (before.consented() != consented || !before.by().equals(by.name())) {
            throw new OutageRefused(Reason.DECIDED, "outage " + id + " has been decided");
        }
    }
}
