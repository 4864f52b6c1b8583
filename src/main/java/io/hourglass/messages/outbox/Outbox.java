package io.hourglass.messages.outbox;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The events that some sink takes. */
public interface Outbox {

    /** Written with the transaction that is under way. */
    void add(String id, Event event, Instant raisedAt, String data);

    /** Holds what is new until the transaction ends. False if another node does. */
    boolean tryHold();

    /** What has not been handed on; the eldest first. The caller holds it. */
    List<KeptEvent> fresh(int limit);

    void markHandedOn(Collection<Long> seqs);

    List<KeptEvent> find(Collection<Long> seqs);

    Optional<KeptEvent> find(String id);

    /** Those that were raised before, with whatever became of them. */
    void forgetBefore(Instant instant);

    /**
     * Until when a lookout has looked, held until the transaction ends; empty if another node looks just now.
     *
     * @param first for one that has never looked
     */
    Optional<Instant> tryHoldLook(EventKind kind, Instant first);

    void looked(EventKind kind, Instant until);
}
