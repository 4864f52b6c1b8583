package io.hourglass.mailbox.outages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The outages that have been declared. */
public interface Outages {

    /** @return its id */
    long declare(Outage outage);

    void decide(long id, Outage.Decision decision);

    /** Holds it until the transaction ends. */
    Optional<Outage> lock(long id);

    Optional<Outage> find(long id);

    /** The latest declared first. */
    List<Outage> latest(long offset, int limit);

    int count();

    /** That an auditor has consented to, and whose last instant is not before that one; by their first instants. */
    List<Outage> consentedSince(Instant since);
}
