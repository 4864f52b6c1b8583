package io.hourglass.dispute;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.RaisedKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of events that disputes raise. */
@Configuration(proxyBeanMethods = false)
class DisputeEvents {

    static final EventKind OPENED = new EventKind("dispute.opened");

    /** It was accepted, refused, or has lapsed. */
    static final EventKind DECIDED = new EventKind("dispute.decided");

    @Bean
    RaisedKinds kindsOfDisputes() {
        return RaisedKinds.of(OPENED, DECIDED);
    }
}
