package io.hourglass.operations.work;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Events;
import io.hourglass.kernel.events.Lookout;
import io.hourglass.kernel.events.RaisedKinds;
import io.hourglass.messages.rules.RulesOfMessages;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells of a day whose close is not done although its instant has long come: of each once. */
@Configuration(proxyBeanMethods = false)
class OverdueCloses implements Lookout {

    static final EventKind OVERDUE = new EventKind("day.close_overdue");

    private static final int MOST = 1_000;

    private final BookDays days;
    private final RulesOfMessages rules;
    private final Events events;

    OverdueCloses(BookDays days, RulesOfMessages rules, Events events) {
        this.days = days;
        this.rules = rules;
        this.events = events;
    }

    @Bean
    static RaisedKinds kindsOfCloses() {
        return RaisedKinds.of(OVERDUE);
    }

    @Override
    public EventKind kind() {
        return OVERDUE;
    }

    @Override
    public void look(Instant after, Instant upTo) {
        var allowed = rules.now().closeOverdueAfter();
        days.unsettled(MOST).stream()
                .map(days::find)
                .flatMap(Optional::stream)
                .filter(day -> day.closesAt().plus(allowed).isAfter(after)
                        && !day.closesAt().plus(allowed).isAfter(upTo))
                .forEach(day -> events.append(of(day, upTo)));
    }

    private static Event of(BookDay day, Instant at) {
        return Event.of(OVERDUE, day.trackDay(), at).with("day", day.day()).with("closesAt", day.closesAt());
    }
}
