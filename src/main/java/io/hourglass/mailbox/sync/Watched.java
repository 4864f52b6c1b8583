package io.hourglass.mailbox.sync;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Reading.Stopped;
import java.time.Instant;
import java.util.List;

/** What was noticed of mailboxes that are not read, and by whom it is known. What is given is held until the transaction ends. */
public interface Watched {

    /** Some of which was not told that they are not read, though nothing of them has been read since then. */
    List<Mailbox> unread(Instant since, int limit);

    /** Notes what was told about a mailbox that is held. */
    void told(SupplierId supplier, Stopped stopped);

    /** How many have stopped of which operations have not heard; from then on they have. */
    int tellOperations(Stopped.Why why, Instant at);

    /** Some of which nothing has been read since then, and whose gap has not been noticed; from now on it has. */
    List<Unread> noticeGaps(Instant since, int limit);

    /** @param from up to which all had been read */
    record Unread(SupplierId supplier, Instant from) {}
}
