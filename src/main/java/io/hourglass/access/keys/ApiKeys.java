package io.hourglass.access.keys;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys that were ever made, revoked ones included. */
public interface ApiKeys {

    Optional<ApiKey> find(String id);

    /** In the order in which they were made. */
    List<ApiKey> all();

    void add(ApiKey key);

    /** By id, when each that ever was used last was, to some minutes. */
    Map<String, Instant> lastUsed();

    void used(String id, Instant at);

    /** @return whether it was in use until now */
    boolean revoke(String id, Instant at);
}
