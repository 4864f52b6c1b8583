package io.hourglass.messages.webhooks;

import io.hourglass.kernel.text.StoredText;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.webhooks.Delivery.Failure;
import io.hourglass.messages.webhooks.Delivery.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is sent to webhooks, was sent, and could not be sent. */
public interface Deliveries {

    /** Of each of the events one to each enabled webhook that takes its kind. */
    void add(Collection<KeptEvent> events, Instant dueAt);

    /** Of one event to one webhook, whatever kinds it takes. */
    void add(KeptEvent event, String webhook, Instant dueAt);

    /**
     * Takes some that are due to a webhook, none whose elder of the same order key still waits; each is taken by one node.
     *
     * @param until then they are due again, should this node be lost
     */
    List<Claimed> claim(String webhook, Instant now, Instant until, int limit);

    /** @param attempts with the one that begins */
    record Claimed(long event, int attempts, Instant addedAt) {}

    void end(Collection<Ended> ended);

    /** How an attempt ended. */
    record Ended(String webhook, Claimed claimed, Outcome outcome) {}

    /**
     * What became of an attempt.
     *
     * @param at when it ended, or, while it waits, when it is due again
     * @param failure null for what was delivered
     */
    record Outcome(State state, Instant at, @Nullable Integer status, @Nullable Failure failure) {}

    /** All of the webhook that wait become dead letters. */
    void giveUp(String webhook, Instant at);

    /** @return whether there is one that has ended */
    boolean sendAgain(String webhook, String event, Instant now);

    /** All dead letters of the webhook. @return how many */
    int sendAgain(String webhook, Instant now);

    /** When the next one is due; empty if none waits. */
    Optional<Instant> nextDue(String webhook);

    /**
     * Which deliveries are looked for: all that is given must hold.
     *
     * @param webhook null for all
     * @param state null for any
     */
    record Sought(@Nullable String webhook, @Nullable State state) {

        /** @throws io.hourglass.kernel.InvalidInput if no webhook can have that id */
        public Sought {
            if (webhook != null) {
                StoredText.check("webhook", webhook);
            }
        }
    }

    /** The latest event first. */
    List<Delivery> latest(Sought sought, long offset, int limit);

    /** Those that wait and those that are dead, by webhook. */
    List<Count> counted();

    /** How many of a webhook are in a state. */
    record Count(String webhook, State state, int count) {}
}
