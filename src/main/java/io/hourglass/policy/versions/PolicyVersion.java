package io.hourglass.policy.versions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a policy as it is kept. But for its withdrawal it never changes.
 *
 * @param kind the name of a {@link PolicyKind}
 * @param version 1 for the first of its kind; the number of a withdrawn one is not given again
 * @param rules as its kind writes them
 * @param withdrawnAt before it was in force; null while it stands
 */
public record PolicyVersion(
        String kind, int version, EffectiveFrom from, JsonNode rules, @Nullable Instant withdrawnAt) {

    public boolean stands() {
        return withdrawnAt == null;
    }
}
