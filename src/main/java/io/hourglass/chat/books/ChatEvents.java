package io.hourglass.chat.books;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.RaisedKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of events that consultations raise, beside what the books tell. */
@Configuration(proxyBeanMethods = false)
public class ChatEvents {

    public static final EventKind OPENED = new EventKind("consultation.opened");

    /** A consultation is open, and the end of its day is near. */
    public static final EventKind DUE_SOON = new EventKind("reply.due_soon");

    @Bean
    RaisedKinds kindsOfChat() {
        return RaisedKinds.of(OPENED, DUE_SOON);
    }
}
