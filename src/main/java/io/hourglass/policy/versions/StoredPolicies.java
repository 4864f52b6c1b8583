package io.hourglass.policy.versions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/** The versions of all kinds of policy as they are kept. */
public interface StoredPolicies {

    /** By version, those that were withdrawn among them; empty for a kind that has none yet. */
    List<PolicyVersion> of(String kind);

    /** Locks the kind's versions until the transaction ends; what is read of them from here on is current. */
    void lock(String kind);

    /** @throws org.springframework.dao.DuplicateKeyException if another node was first */
    void add(PolicyVersion version);

    void withdraw(String kind, int version, Instant at);

    /**
     * Writes the first version of a kind that has none yet, in force since ever.
     *
     * @return whether that was done: not if there is one, or another node was first
     */
    default boolean addFirst(String kind, Supplier<JsonNode> rules) {
        if (!of(kind).isEmpty()) {
            return false;
        }
        try {
            add(new PolicyVersion(kind, 1, EffectiveFrom.at(Instant.EPOCH), rules.get(), null));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
