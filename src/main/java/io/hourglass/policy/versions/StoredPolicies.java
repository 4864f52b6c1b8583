package io.hourglass.policy.versions;

import java.time.Instant;
import java.util.List;

/** The versions of all kinds of policy as they are kept. */
public interface StoredPolicies {

    /** By version, those that were withdrawn among them; empty for a kind that has none yet. */
    List<PolicyVersion> of(String kind);

    /** Locks the kind's versions until the transaction ends; what is read of them from here on is current. */
    void lock(String kind);

    /** @throws org.springframework.dao.DuplicateKeyException if another node was first */
    void add(PolicyVersion version);

    void withdraw(String kind, int version, Instant at);
}
