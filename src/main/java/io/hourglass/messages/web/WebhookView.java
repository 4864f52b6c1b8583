package io.hourglass.messages.web;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.messages.webhooks.Webhook;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook, without its secret. */
record WebhookView(
        String id,
        String url,
        List<String> kinds,
        Instant addedAt,
        @Schema(description = "Until then the secret before the present one signs too; absent if none does.") @Nullable
                Instant formerSecretUntil,
        @Schema(description = "Since when nothing has arrived there; absent if the last message did.") @Nullable
                Instant failingSince,
        @Schema(description = "Why nothing is sent to it; absent while it is.") Webhook.@Nullable Disabled disabled) {

    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.url().toString(),
                webhook.kinds().stream().map(EventKind::name).toList(),
                webhook.addedAt(),
                webhook.formerUntil(),
                webhook.failingSince(),
                webhook.disabled());
    }
}
