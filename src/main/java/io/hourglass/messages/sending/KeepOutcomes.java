package io.hourglass.messages.sending;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.Events;
import io.hourglass.messages.calls.Answer;
import io.hourglass.messages.rules.Backoff;
import io.hourglass.messages.rules.RulesOfMessages;
import io.hourglass.messages.webhooks.Deliveries;
import io.hourglass.messages.webhooks.Deliveries.Claimed;
import io.hourglass.messages.webhooks.Deliveries.Ended;
import io.hourglass.messages.webhooks.Deliveries.Outcome;
import io.hourglass.messages.webhooks.Delivery.State;
import io.hourglass.messages.webhooks.Webhook;
import io.hourglass.messages.webhooks.Webhook.Disabled;
import io.hourglass.messages.webhooks.WebhookEvents;
import io.hourglass.messages.webhooks.Webhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what came of calls, many at once: what arrived, what is tried again and when, and which webhook gets no more. */
@Component
public class KeepOutcomes {

    private static final Logger log = LoggerFactory.getLogger(KeepOutcomes.class);

    /** The order in which rows are held: two nodes that hold the same wait for one another in one direction. */
    private static final Comparator<Answered> BY_ROW =
            comparing(Answered::webhook).thenComparing(one -> one.claimed().event());

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final RulesOfMessages rules;
    private final Actions actions;
    private final Events events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public KeepOutcomes(
            Deliveries deliveries,
            Webhooks webhooks,
            RulesOfMessages rules,
            Actions actions,
            Events events,
            PlatformTransactionManager manager,
            Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.rules = rules;
        this.actions = actions;
        this.events = events;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** What a claimed message was answered. */
    record Answered(String webhook, Claimed claimed, Answer answer) {}

    void keep(List<Answered> answered) {
        if (!answered.isEmpty()) {
            transactions.executeWithoutResult(status -> keepSome(answered));
        }
    }

    private void keepSome(List<Answered> answered) {
        var now = clock.instant();
        var current = rules.now();
        deliveries.end(answered.stream()
                .sorted(BY_ROW)
                .map(one -> new Ended(one.webhook(), one.claimed(), outcome(one, current.retryFor(), now)))
                .toList());
        new TreeMap<>(answered.stream().collect(groupingBy(Answered::webhook)))
                .forEach((webhook, some) -> keep(webhook, some, current.disableAfter(), now));
    }

    private Outcome outcome(Answered one, Duration retryFor, Instant now) {
        var answer = one.answer();
        if (answer.failure() == null) {
            return new Outcome(State.DELIVERED, now, answer.status(), null);
        }
        var next = now.plus(Backoff.after(one.claimed().attempts(), answer.askedWait(now), random));
        var last = one.claimed().addedAt().plus(retryFor);
        return next.isAfter(last) || answer.isGone()
                ? new Outcome(State.DEAD, now, answer.status(), answer.failure())
                : new Outcome(State.WAITING, next, answer.status(), answer.failure());
    }

    private void keep(String webhook, List<Answered> some, Duration disableAfter, Instant now) {
        if (some.stream().anyMatch(one -> one.answer().isGone())) {
            disable(webhook, Disabled.GONE, now);
        } else if (some.stream().anyMatch(one -> one.answer().failure() == null)) {
            webhooks.works(webhook);
        } else {
            webhooks.fails(webhook, now);
            webhooks.find(webhook)
                    .map(Webhook::failingSince)
                    .filter(since -> !now.isBefore(since.plus(disableAfter)))
                    .ifPresent(since -> disable(webhook, Disabled.FAILING, now));
        }
    }

    /** Its owner sees it on the page of webhooks, in the log, and by whatever other way events are taken. */
    private void disable(String id, Disabled why, Instant now) {
        webhooks.lock(id).filter(Webhook::isEnabled).ifPresent(webhook -> {
            webhooks.disable(id, why);
            deliveries.giveUp(id, now);
            actions.note(Action.DISABLE_A_WEBHOOK, id, why.name());
            events.raise(WebhookEvents.DISABLED, () -> Event.of(WebhookEvents.DISABLED, id, now)
                    .with("reason", why));
            log.warn("The webhook {} is disabled: {}", id, why);
        });
    }
}
