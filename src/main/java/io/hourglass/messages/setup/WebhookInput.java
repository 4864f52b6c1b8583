package io.hourglass.messages.setup;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.messages.calls.CallableAddresses;
import io.hourglass.messages.outbox.KnownKinds;
import java.net.URI;
import java.util.Collection;
import java.util.SortedSet;
import org.springframework.stereotype.Component;

/** Checks what is to be a webhook. */
@Component
class WebhookInput {

    private final CallableAddresses addresses;
    private final KnownKinds kinds;

    WebhookInput(CallableAddresses addresses, KnownKinds kinds) {
        this.addresses = addresses;
        this.kinds = kinds;
    }

    URI url(String url) {
        return addresses.checked(url);
    }

    SortedSet<EventKind> kinds(Collection<String> names) {
        return kinds.checked(names);
    }
}
