package io.hourglass.rate.numbers;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.books.BookEvents;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Tells of numbers that are published or restated, in the transaction that does it. */
@Component
public class TellOfNumbers {

    private final PublishedNumbers numbers;
    private final Events events;

    TellOfNumbers(PublishedNumbers numbers, Events events) {
        this.numbers = numbers;
        this.events = events;
    }

    /** Of every subject's number of that date, all read at once. */
    public void published(Track track, LocalDate on) {
        if (events.isWanted(BookEvents.PUBLISHED)) {
            numbers.firstOn(track, on).forEach(number -> events.append(of(BookEvents.PUBLISHED, number)));
        }
    }

    public void restated(PublishedNumber revision, int timelyBefore, int countableBefore) {
        events.raise(BookEvents.RESTATED, () -> of(BookEvents.RESTATED, revision)
                .with("metBefore", timelyBefore)
                .with("countedBefore", countableBefore));
    }

    private static Event of(EventKind kind, PublishedNumber number) {
        return Event.of(kind, number.subject(), number.publishedAt())
                .with("publishedOn", number.publishedOn())
                .with("revision", number.revision())
                .with("windowFrom", number.windowFrom())
                .with("windowTo", number.windowTo())
                .with("met", number.timely())
                .with("counted", number.countable())
                .with("rate", number.rate());
    }
}
