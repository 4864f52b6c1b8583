package io.hourglass.mailbox.coverage;

import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of mailboxes: facts are added; of a span that is read in time the end moves on. */
public interface CoverageFacts {

    void add(SupplierId supplier, CoverageFact fact);

    /** Moves the end of the last span that was read in time. */
    void moveOn(SupplierId supplier, Instant from, Instant until);

    /** Holds what is known of the supplier's mailbox until the transaction ends, if anything is. */
    void lock(SupplierId supplier);

    /** The one with the latest end. */
    Optional<CoverageFact> lastRead(SupplierId supplier);

    /** All that happened at instants, and the spans that reach to that one or beyond; those of whom nothing is known are left out. */
    Map<SupplierId, List<CoverageFact>> since(Collection<SupplierId> suppliers, Instant since);
}
