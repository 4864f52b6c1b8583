package io.hourglass.messages.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.events.Lookout;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has every lookout look whose kind somebody takes: from where it has looked, and from no earlier than since somebody does.
 */
@Component
public class LookoutRounds {

    private static final Logger log = LoggerFactory.getLogger(LookoutRounds.class);

    private final Map<EventKind, List<Lookout>> byKind;
    private final Outbox outbox;
    private final WantedKinds wanted;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LookoutRounds(
            List<Lookout> lookouts,
            Outbox outbox,
            WantedKinds wanted,
            PlatformTransactionManager manager,
            Clock clock) {
        this.byKind = lookouts.stream().collect(groupingBy(Lookout::kind, TreeMap::new, toList()));
        this.outbox = outbox;
        this.wanted = wanted;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** A kind that fails is looked for again the next time, and keeps no other from it. */
    public void look() {
        byKind.forEach((kind, some) -> {
            try {
                wanted.since(kind).ifPresent(since -> look(kind, some, since));
            } catch (RuntimeException e) {
                log.warn("To look out for {} failed", kind, e);
            }
        });
    }

    private void look(EventKind kind, List<Lookout> some, Instant since) {
        transactions.executeWithoutResult(
                status -> outbox.tryHoldLook(kind, since).ifPresent(looked -> {
                    var now = clock.instant();
                    var after = looked.isBefore(since) ? since : looked;
                    if (after.isBefore(now)) {
                        some.forEach(lookout -> lookout.look(after, now));
                        outbox.looked(kind, now);
                    }
                }));
    }
}
