package io.hourglass.mailbox.boxes;

import io.hourglass.kernel.ids.SupplierId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All mailboxes. */
public interface Mailboxes {

    Optional<Mailbox> find(SupplierId supplier);

    /** Holds it until the transaction ends. */
    Optional<Mailbox> lock(SupplierId supplier);

    /** @throws org.springframework.dao.DuplicateKeyException if the supplier has one */
    void add(Mailbox mailbox);

    /** In the place of what is kept. Whoever reads it at present keeps nothing more of it. */
    void change(Mailbox mailbox);

    /** Its folders are read as if they never had been. */
    void readAnew(SupplierId supplier);

    /** With its secret and how far it was read. */
    void remove(SupplierId supplier);

    /** @param state null for any. Those that have not been read for longest first */
    List<Mailbox> byLag(@Nullable MailboxState state, long offset, int limit);

    /** How many are in each state. */
    Map<MailboxState, Integer> counted();
}
