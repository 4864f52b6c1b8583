package io.hourglass.messages.setup;

import static java.util.stream.Collectors.joining;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.messages.outbox.WantedKinds;
import io.hourglass.messages.setup.WebhookRefused.Reason;
import io.hourglass.messages.signing.WebhookSecrets;
import io.hourglass.messages.webhooks.Deliveries;
import io.hourglass.messages.webhooks.Webhook;
import io.hourglass.messages.webhooks.Webhook.Disabled;
import io.hourglass.messages.webhooks.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.SortedSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, switches and removes webhooks. Each deed is in the ledger. */
@Component
@Transactional
public class SetUpWebhooks {

    private static final int MAX_WEBHOOKS = 50;
    private static final Duration FORMER_SIGNS_FOR = Duration.ofHours(24);

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final WebhookInput input;
    private final WebhookSecrets secrets;
    private final WantedKinds wanted;
    private final Actions actions;
    private final Clock clock;

    SetUpWebhooks(
            Webhooks webhooks,
            Deliveries deliveries,
            WebhookInput input,
            WebhookSecrets secrets,
            WantedKinds wanted,
            Actions actions,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.input = input;
        this.secrets = secrets;
        this.wanted = wanted;
        this.actions = actions;
        this.clock = clock;
    }

    /** @param secret for its receiver; it is told here alone */
    public record WithSecret(Webhook webhook, String secret) {}

    /**
     * @throws io.hourglass.kernel.InvalidInput if it is no address to which messages may be sent, or a kind is not known
     * @throws WebhookRefused if there are too many
     */
    public WithSecret add(String url, Collection<String> kinds) {
        var webhook = Webhook.builder()
                .id(UUID.randomUUID().toString())
                .url(input.url(url))
                .kinds(input.kinds(kinds))
                .generation(1)
                .addedAt(clock.instant())
                .build();
        if (webhooks.all().size() >= MAX_WEBHOOKS) {
            throw new WebhookRefused(Reason.TOO_MANY, "there are " + MAX_WEBHOOKS + " webhooks, and may be no more");
        }
        webhooks.add(webhook, clock.instant());
        done(Action.ADD_A_WEBHOOK, webhook, names(webhook.kinds()));
        return new WithSecret(webhook, secrets.text(webhook));
    }

    /** What waits is sent to the new address. */
    public Webhook change(String id, String url, Collection<String> kinds) {
        var changed = held(id).withUrl(input.url(url)).withKinds(input.kinds(kinds));
        webhooks.change(changed);
        webhooks.take(id, changed.kinds(), clock.instant());
        done(Action.CHANGE_A_WEBHOOK, changed, names(changed.kinds()));
        return changed;
    }

    /** From now on a new secret signs; for a day the one before does as well. */
    public WithSecret rotate(String id) {
        var before = held(id);
        var rotated = before.withGeneration(before.generation() + 1)
                .withFormerUntil(clock.instant().plus(FORMER_SIGNS_FOR));
        webhooks.change(rotated);
        done(Action.ROTATE_A_SECRET, rotated, "");
        return new WithSecret(rotated, secrets.text(rotated));
    }

    /** Nothing more is sent to it; what waits becomes dead letters. To disable it again changes nothing. */
    public Webhook disable(String id) {
        var webhook = held(id);
        if (!webhook.isEnabled()) {
            return webhook;
        }
        webhooks.disable(id, Disabled.BY_HAND);
        deliveries.giveUp(id, clock.instant());
        done(Action.DISABLE_A_WEBHOOK, webhook, Disabled.BY_HAND.name());
        return webhook.withDisabled(Disabled.BY_HAND);
    }

    /** It takes events from now on; what it missed can be sent again. To enable it again changes nothing. */
    public Webhook enable(String id) {
        var webhook = held(id);
        if (webhook.isEnabled()) {
            return webhook;
        }
        var enabled = webhook.withDisabled(null).withFailingSince(null);
        webhooks.change(enabled);
        webhooks.takeAnew(id, clock.instant());
        done(Action.ENABLE_A_WEBHOOK, enabled, "");
        return enabled;
    }

    /** With all that was sent to it. */
    public void remove(String id) {
        var webhook = held(id);
        webhooks.remove(id);
        done(Action.REMOVE_A_WEBHOOK, webhook, "");
    }

    private Webhook held(String id) {
        return webhooks.lock(id).orElseThrow(() -> new NotFound("webhook", id));
    }

    private void done(Action action, Webhook webhook, String details) {
        actions.note(action, webhook.id(), details);
        wanted.refreshAfterCommit();
    }

    private static String names(SortedSet<EventKind> kinds) {
        return kinds.stream().map(EventKind::name).collect(joining(", "));
    }
}
