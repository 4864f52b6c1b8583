package io.hourglass.messages.webhooks;

import io.hourglass.kernel.events.EventKind;
import java.net.URI;
import java.time.Instant;
import java.util.SortedSet;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An address to which events are sent.
 *
 * @param kinds those that it takes
 * @param generation of its secret, 1 for the first
 * @param formerUntil until then the secret of the generation before signs as well; null if none does
 * @param failingSince since when nothing has arrived there; null if the last call did
 * @param disabled why nothing is sent; null while it is
 */
@Value.Builder
public record Webhook(
        String id,
        URI url,
        SortedSet<EventKind> kinds,
        int generation,
        @Nullable Instant formerUntil,
        Instant addedAt,
        @Nullable Instant failingSince,
        @Nullable Disabled disabled)
        implements WithWebhook {

    /** Why nothing is sent to it. */
    public enum Disabled {
        BY_HAND,
        /** It has answered that it is gone (410). */
        GONE,
        /** Nothing has arrived there for as long as the policy of messages has it. */
        FAILING
    }

    public static WebhookBuilder builder() {
        return new WebhookBuilder();
    }

    public boolean isEnabled() {
        return disabled == null;
    }

    /** Whether the secret of the generation before signs as well. */
    public boolean signsAsBefore(Instant now) {
        return formerUntil != null && now.isBefore(formerUntil);
    }
}
