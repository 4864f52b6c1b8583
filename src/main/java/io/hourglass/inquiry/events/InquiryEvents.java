package io.hourglass.inquiry.events;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.RaisedKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of events that inquiries raise. */
@Configuration(proxyBeanMethods = false)
public class InquiryEvents {

    public static final EventKind RECEIVED = new EventKind("inquiry.received");

    /** A reply has come that counts; it may not be the first. */
    public static final EventKind REPLIED = new EventKind("reply.received");

    /** A reply is owed, and its target is near. */
    public static final EventKind DUE_SOON = new EventKind("reply.due_soon");

    /** The buyer has got the notice that it can ask for other suppliers. */
    public static final EventKind ALTERNATIVES = new EventKind("alternatives.available");

    @Bean
    RaisedKinds kindsOfInquiries() {
        return RaisedKinds.of(RECEIVED, REPLIED, DUE_SOON, ALTERNATIVES);
    }
}
