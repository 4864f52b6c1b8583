package io.hourglass.messages.webhooks;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.RaisedKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What webhooks themselves tell. */
@Configuration(proxyBeanMethods = false)
public class WebhookEvents {

    /** A webhook gets no more, and no person has disabled it. */
    public static final EventKind DISABLED = new EventKind("webhook.disabled");

    /** Sent to one webhook because somebody asked for it; no webhook has to take it. */
    public static final EventKind TEST = new EventKind("webhook.test");

    @Bean
    RaisedKinds kindsOfWebhooks() {
        return RaisedKinds.of(DISABLED);
    }
}
