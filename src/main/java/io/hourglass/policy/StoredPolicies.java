package io.hourglass.policy;

import java.time.Instant;
import java.util.List;

/** The versions of all kinds of policy as they are kept. */
public interface StoredPolicies {

    /** By version, those that were withdrawn among them; empty for a kind that has none yet. */
    List<PolicyVersion> of(String kind);

    /** Until the transaction ends nobody else changes the kind's versions; what is read of them from here on is what stands. */
    void lock(String kind);

    /** @throws org.springframework.dao.DuplicateKeyException if another node was first */
    void add(PolicyVersion version);

    void withdraw(String kind, int version, Instant at);
}
