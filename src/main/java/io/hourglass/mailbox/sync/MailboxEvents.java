package io.hourglass.mailbox.sync;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.RaisedKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What reading mailboxes tells. */
@Configuration(proxyBeanMethods = false)
public class MailboxEvents {

    /** A supplier's mailbox is not read any more: what cannot be seen there is no reply. */
    public static final EventKind STOPPED = new EventKind("mailbox.stopped");

    /** It is read again. */
    public static final EventKind WORKING = new EventKind("mailbox.working");

    @Bean
    RaisedKinds kindsOfMailboxes() {
        return RaisedKinds.of(STOPPED, WORKING);
    }
}
