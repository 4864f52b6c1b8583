package io.hourglass.messages.outbox;

import io.hourglass.kernel.events.Lookout;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

    private final List<Lookout> lookouts;
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
        this.lookouts = lookouts;
        this.outbox = outbox;
        this.wanted = wanted;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** One that fails looks again the next time, and keeps no other from it. */
    public void look() {
        for (var lookout : lookouts) {
            try {
                wanted.since(lookout.kind()).ifPresent(since -> look(lookout, since));
            } catch (RuntimeException e) {
                log.warn("To look out for {} failed", lookout.kind(), e);
            }
        }
    }

    private void look(Lookout lookout, Instant since) {
        transactions.executeWithoutResult(
                status -> outbox.tryHoldLook(lookout.kind(), since).ifPresent(looked -> {
                    var now = clock.instant();
                    var after = looked.isBefore(since) ? since : looked;
                    if (after.isBefore(now)) {
                        lookout.look(after, now);
                        outbox.looked(lookout.kind(), now);
                    }
                }));
    }
}
