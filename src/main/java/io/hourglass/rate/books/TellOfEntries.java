package io.hourglass.rate.books;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of entries of the books, in the transaction that adds them. */
@Component
public class TellOfEntries {

    private final Events events;

    TellOfEntries(Events events) {
        this.events = events;
    }

    /**
     * @param last the one before it; null for the first
     * @param settled whether no later fact can change it: its day is closed, or it is none of the books
     */
    public void tell(@Nullable VerdictEntry last, VerdictEntry entry, boolean settled) {
        events.raise(BookEvents.VERDICT, () -> of(BookEvents.VERDICT, entry).with("settled", settled));
        if (isMissedNow(last, entry)) {
            events.raise(BookEvents.MISSED, () -> of(BookEvents.MISSED, entry));
        }
    }

    private static boolean isMissedNow(@Nullable VerdictEntry last, VerdictEntry entry) {
        var missed = entry.state().countable() && !entry.state().met();
        return missed && (last == null || last.state().pending());
    }

    private static Event of(EventKind kind, VerdictEntry entry) {
        return Event.of(kind, entry.id(), entry.bookedAt())
                .with("subject", entry.subject().id())
                .with("day", entry.day())
                .with("state", entry.state().name())
                .with("rule", entry.rule().name())
                .with("counted", entry.state().countable())
                .with("met", entry.state().met())
                .with("entry", entry.seq())
                .with("cause", entry.cause().kind())
                .with("policyVersion", entry.policyVersion());
    }
}
