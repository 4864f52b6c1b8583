package io.hourglass.rate.books;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.RaisedKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the books tell, of any track. */
@Configuration(proxyBeanMethods = false)
public class BookEvents {

    /** An entry of a case: provisional while the books of its day are open. */
    public static final EventKind VERDICT = new EventKind("verdict.booked");

    /** The first entry of a case whose target was not met. */
    public static final EventKind MISSED = new EventKind("reply.target_missed");

    /** The first publication of a subject's number on a date. */
    public static final EventKind PUBLISHED = new EventKind("number.published");

    /** A further revision of a number that was out. */
    public static final EventKind RESTATED = new EventKind("number.restated");

    public static final EventKind STANDING = new EventKind("standing.changed");

    @Bean
    RaisedKinds kindsOfBooks() {
        return RaisedKinds.of(VERDICT, MISSED, PUBLISHED, RESTATED, STANDING);
    }
}
