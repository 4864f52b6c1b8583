package io.hourglass.mailbox.sync;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.RaisedKinds;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Reading.Stopped.Why;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reading mailboxes tells. */
@Configuration(proxyBeanMethods = false)
public class MailboxEvents {

    /** A supplier's mailbox is not read any more: what cannot be seen there is no reply. */
    public static final EventKind STOPPED = new EventKind("mailbox.stopped");

    /** It is read again. */
    public static final EventKind WORKING = new EventKind("mailbox.working");

    /** Some have stopped since operations last heard of it. */
    public static final EventKind SOME_STOPPED = new EventKind("mailboxes.stopped");

    /** @param mailbox as it is now */
    static Event stopped(Mailbox mailbox, Why why, Instant at) {
        var reading = mailbox.reading();
        var failure = reading.failure();
        return Event.of(STOPPED, mailbox.supplier().value(), at)
                .with("supplier", mailbox.supplier())
                .with("why", why)
                .with("state", reading.state())
                .with("failure", failure == null ? null : failure.kind())
                .with("readUntil", reading.coveredUntil());
    }

    @Bean
    RaisedKinds kindsOfMailboxes() {
        return RaisedKinds.of(STOPPED, WORKING, SOME_STOPPED);
    }
}
