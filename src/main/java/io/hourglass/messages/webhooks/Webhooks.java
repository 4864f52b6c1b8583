package io.hourglass.messages.webhooks;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.messages.webhooks.Webhook.Disabled;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All webhooks. */
public interface Webhooks {

    /** The first that was added first. */
    List<Webhook> all();

    Optional<Webhook> find(String id);

    /** Holds it until the transaction ends. */
    Optional<Webhook> lock(String id);

    /** Takes its kinds from that instant on. */
    void add(Webhook webhook, Instant since);

    /** Everything but its kinds. */
    void change(Webhook webhook);

    /** What it takes from now on; of a kind that it took before it has been since then. */
    void take(String id, Collection<EventKind> kinds, Instant since);

    /** The kinds that it takes, all from that instant on. */
    void takeAnew(String id, Instant since);

    /** With all of its deliveries. */
    void remove(String id);

    /** The kinds that those take that are enabled, and since when the first of them does. */
    Map<EventKind, Instant> wanted();

    /** Something has arrived there. */
    void works(String id);

    /** Something has not arrived there; since then, unless it failed before. */
    void fails(String id, Instant at);

    /** Unless it is. */
    void disable(String id, Disabled why);
}
