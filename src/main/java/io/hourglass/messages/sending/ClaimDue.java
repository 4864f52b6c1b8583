package io.hourglass.messages.sending;

import static java.util.stream.Collectors.toMap;

import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.outbox.Outbox;
import io.hourglass.messages.webhooks.Deliveries;
import io.hourglass.messages.webhooks.Deliveries.Claimed;
import io.hourglass.messages.webhooks.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes what is due to a webhook, so that no other node does. */
@Component
public class ClaimDue {

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Deliveries deliveries;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public ClaimDue(Deliveries deliveries, Outbox outbox, PlatformTransactionManager manager, Clock clock) {
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    record Due(Claimed claimed, KeptEvent event) {}

    /** @param timeout of a call: another node takes them after that and a minute */
    List<Due> claim(Webhook webhook, Duration timeout, int limit) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var now = clock.instant();
            return withEvents(
                    deliveries.claim(webhook.id(), now, now.plus(timeout).plus(MARGIN), limit));
        }));
    }

    private List<Due> withEvents(List<Claimed> claimed) {
        if (claimed.isEmpty()) {
            return List.of();
        }
        var events = outbox.find(claimed.stream().map(Claimed::event).toList()).stream()
                .collect(toMap(KeptEvent::seq, Function.identity()));
        return claimed.stream()
                .filter(one -> events.containsKey(one.event()))
                .map(one -> new Due(one, Objects.requireNonNull(events.get(one.event()))))
                .toList();
    }
}
