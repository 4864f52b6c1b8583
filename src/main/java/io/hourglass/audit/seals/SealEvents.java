package io.hourglass.audit.seals;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.RaisedKinds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ledger tells: a root that is kept elsewhere as well proves later what was sealed. */
@Configuration(proxyBeanMethods = false)
public class SealEvents {

    public static final EventKind SEALED = new EventKind("day.sealed");

    @Bean
    RaisedKinds kindsOfSeals() {
        return RaisedKinds.of(SEALED);
    }

    public static Event of(Seal seal) {
        return Event.of(SEALED, seal.trackDay(), seal.sealedAt())
                .with("day", seal.day())
                .with("root", seal.root())
                .with("formerRoot", seal.former())
                .with("entries", seal.entries())
                .with("publishedOn", seal.sealed().publishedOn());
    }
}
