package io.hourglass.inquiry.events;

import io.hourglass.evidence.StoredFact;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells of an inquiry, in the transaction that changes it. */
@Component
public class TellOfInquiries {

    private final Events events;
    private final Notices notices;

    TellOfInquiries(Events events, Notices notices) {
        this.events = events;
        this.notices = notices;
    }

    /** @param dueAt its reply deadline */
    public void received(Inquiry inquiry, Instant dueAt) {
        events.raise(InquiryEvents.RECEIVED, () -> of(InquiryEvents.RECEIVED, inquiry, inquiry.recordedAt())
                .with("receivedAt", inquiry.receivedAt())
                .with("dueAt", dueAt)
                .with("channel", inquiry.channel())
                .with("day", inquiry.day()));
    }

    /** @param reply to the inquiry; what it says is no part of the event */
    public void replied(Inquiry inquiry, StoredFact reply) {
        var fact = reply.fact();
        events.raise(InquiryEvents.REPLIED, () -> of(InquiryEvents.REPLIED, inquiry, fact.recordedAt())
                .with("fact", fact.id().value())
                .with("author", fact.author())
                .with("channel", reply.channel())
                .with("occurredAt", fact.occurredAt()));
    }

    /** Before the notice is left; a notice that was left before is not told again. */
    public void alternativesAvailable(Inquiry inquiry, Instant at) {
        if (events.isWanted(InquiryEvents.ALTERNATIVES)
                && notices.toldTo(inquiry.id()).stream()
                        .noneMatch(told -> told.kind() == Notice.Kind.ALTERNATIVES_AVAILABLE)) {
            events.append(of(InquiryEvents.ALTERNATIVES, inquiry, at));
        }
    }

    private static Event of(EventKind kind, Inquiry inquiry, Instant at) {
        return Event.of(kind, inquiry.id(), at)
                .with("supplier", inquiry.supplier().value());
    }
}
