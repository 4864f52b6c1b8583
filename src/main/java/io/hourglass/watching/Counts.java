package io.hourglass.watching;

import io.hourglass.mailbox.boxes.MailboxState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted beside the overview of operations; each question is one query. */
public interface Counts {

    /** Some that wait, and since when the eldest has; null where none does. */
    record Queue(long waiting, @Nullable Instant eldest) {}

    /** Events that were not handed on yet; of a flood no more than 100,000 are counted. */
    Queue outbox();

    /** @param dead those that are not tried again until a person has them sent */
    record Messages(String way, Queue queue, long dead) {}

    /** What is sent by webhook and by mail. */
    List<Messages> messages();

    /** By state. A mailbox waits since it was last read whole, or was connected. */
    Map<MailboxState, Queue> mailboxes();

    /** @param unsealed settled days behind the first seal that have none */
    record Sealed(String track, @Nullable Instant last, long unsealed) {}

    /** By track; one without a settled day is absent. */
    List<Sealed> seals();
}
