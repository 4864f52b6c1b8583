package io.hourglass.mailbox.sync;

import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which node reads which mailbox, and how far it has come. What a claim that is over would write is not kept. */
public interface Claims {

    /** Since a pass began: one that is woken without end leaves the others their turn. */
    Duration SOONEST = Duration.ofSeconds(5);

    /**
     * Claims some that are due and that no other node holds: first those that were woken because there is something new, then those that are
     * due longest.
     *
     * @param except hosts of which no more are read at present
     * @param room asked once for each: whether there is still room for one of that host
     */
    List<Claimed> claim(Hold hold, Collection<String> except, int limit, Predicate<String> room);

    /**
     * @param holder the node
     * @param until then another may claim what is not held on to
     */
    record Hold(String holder, Instant now, Instant until) {}

    /** A mailbox that this node reads, and how far it was read before. */
    record Claimed(Claim claim, Mailbox mailbox, List<Cursor> cursors) {}

    /** Notes how far a folder was read. @return false if the claim is over */
    boolean went(Claim claim, Cursor cursor, Instant until);

    /** The mailbox as it is, held until the transaction ends; empty if the claim is over. */
    Optional<Mailbox> lock(Claim claim);

    /** Ends the claim, once it is locked. */
    void end(Claim claim, Reading reading);

    /** Whatever the node holds is as if it had never claimed it. */
    void letGo(String holder);
}
