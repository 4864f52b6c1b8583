package io.hourglass.dispute;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Notes in the ledger that a dispute was raised and how it ended, and tells of it. */
@Component
class DisputeNotes {

    private final Actions actions;
    private final Events events;

    DisputeNotes(Actions actions, Events events) {
        this.actions = actions;
        this.events = events;
    }

    void raised(Dispute dispute) {
        actions.note(Action.RAISE_A_DISPUTE, dispute.id().value(), dispute.caseAndClaim());
        events.raise(DisputeEvents.OPENED, () -> of(DisputeEvents.OPENED, dispute, dispute.raisedAt())
                .with("decideBy", dispute.decideBy()));
    }

    /** @param ended as it is from here on */
    void ended(Dispute ended, Action action, Instant at) {
        actions.note(action, ended.id().value(), ended.caseInWords());
        events.raise(DisputeEvents.DECIDED, () -> of(DisputeEvents.DECIDED, ended, at)
                .with("outcome", ended.state()));
    }

    private static Event of(EventKind kind, Dispute dispute, Instant at) {
        return Event.of(kind, dispute.caseId(), at)
                .with("dispute", dispute.id().value())
                .with("supplier", dispute.supplier().value())
                .with("claim", dispute.claim().kind())
                .with("contested", dispute.contested().name());
    }
}
