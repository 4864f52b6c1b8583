package io.hourglass.rate.standing;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.Events;
import io.hourglass.rate.books.BookEvents;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Adds changes to the feed, and tells of them. */
@Component
class StandingFeed {

    private final StandingEvents feed;
    private final Events events;

    StandingFeed(StandingEvents feed, Events events) {
        this.feed = feed;
        this.events = events;
    }

    void add(Collection<StandingEvent> found) {
        feed.add(found);
        found.forEach(
                one -> events.raise(BookEvents.STANDING, () -> Event.of(BookEvents.STANDING, one.subject(), one.at())
                        .with("change", one.kind())
                        .with("on", one.on())));
    }
}
