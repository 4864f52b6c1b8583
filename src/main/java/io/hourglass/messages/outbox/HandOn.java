package io.hourglass.messages.outbox;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands what is new in the outbox to every sink, one node at a time, so that none gets an event before its elder. */
@Component
public class HandOn {

    private static final int GROUP = 1_000;

    private final Outbox outbox;
    private final WantedKinds wanted;
    private final TransactionTemplate transactions;

    HandOn(Outbox outbox, WantedKinds wanted, PlatformTransactionManager manager) {
        this.outbox = outbox;
        this.wanted = wanted;
        this.transactions = new TransactionTemplate(manager);
    }

    /** @return how many were handed on, up to a thousand; none if another node is at it */
    public int handOn() {
        var handed = transactions.execute(status -> outbox.tryHold() ? handOnHeld() : 0);
        return handed == null ? 0 : handed;
    }

    private int handOnHeld() {
        var fresh = outbox.fresh(GROUP);
        if (!fresh.isEmpty()) {
            wanted.all().forEach(sink -> sink.take(fresh));
            outbox.markHandedOn(seqs(fresh));
        }
        return fresh.size();
    }

    private static List<Long> seqs(List<KeptEvent> events) {
        return events.stream().map(KeptEvent::seq).toList();
    }
}
