package io.hourglass.mailbox.idle;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.Mailbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which node waits for which mailbox. */
public interface Idles {

    /**
     * Of these, those that are read without failure and that nobody waits for, or has to leave alone for a while; in the same order.
     *
     * @param except hosts to which no more connections are to be had
     */
    List<Mailbox> free(List<SupplierId> some, Instant now, Collection<String> except);

    /** @param until then another node may wait for it. @return false if it is not free any more */
    boolean take(SupplierId supplier, String holder, Instant now, Instant until);

    /** For which the node still waits. Those that were changed, disconnected, or are not read any more are none of them. */
    Set<SupplierId> kept(String holder);

    /** There is something new in it: it is due, once it is not being read. Nothing, if the node does not wait for it any more. */
    void wake(SupplierId supplier, String holder, Instant at);

    /** @param again from when on it may be waited for */
    void leave(SupplierId supplier, String holder, Instant again);

    /** As if the node had never waited for any. */
    void letGo(String holder);
}
