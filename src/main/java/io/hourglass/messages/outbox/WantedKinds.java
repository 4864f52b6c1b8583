package io.hourglass.messages.outbox;

import io.hourglass.kernel.events.EventKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which kinds anybody takes, as of the last time that the sinks were asked: nobody asks the database for that in the course of
 * a call. Another node learns within seconds.
 */
@Component
public class WantedKinds implements SmartInitializingSingleton {

    private final ObjectProvider<Sink> sinks;
    private volatile Map<EventKind, Instant> since = Map.of();

    WantedKinds(ObjectProvider<Sink> sinks) {
        this.sinks = sinks;
    }

    /** Before the first call is taken: what that raises is sent too. */
    @Override
    public void afterSingletonsInstantiated() {
        refresh();
    }

    /** Asks the sinks. */
    public void refresh() {
        var wanted = new HashMap<EventKind, Instant>();
        for (var sink : all()) {
            sink.wanted().forEach((kind, from) -> wanted.merge(kind, from, (a, b) -> a.isBefore(b) ? a : b));
        }
        since = Map.copyOf(wanted);
    }

    /** Once what has changed is committed. */
    public void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    boolean holds(EventKind kind) {
        return since.containsKey(kind);
    }

    /** Since when somebody takes it; empty if nobody does. */
    Optional<Instant> since(EventKind kind) {
        return Optional.ofNullable(since.get(kind));
    }

    public boolean any() {
        return !since.isEmpty();
    }

    List<Sink> all() {
        return sinks.orderedStream().toList();
    }
}
