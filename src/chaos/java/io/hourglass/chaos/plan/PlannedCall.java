package io.hourglass.chaos.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts that are sent in one call.
 *
 * @param facts more than one of messages of chat alone
 * @param sendAt the simulated time at which to send them
 * @param againAfter how much later to send them a second time; null for once only
 */
public record PlannedCall(List<PlannedFact> facts, Instant sendAt, @Nullable Duration againAfter) {

    private static final String BATCH = "/api/chat/messages/batch";

    public PlannedCall {
        facts = List.copyOf(facts);
    }

    public static PlannedCall of(PlannedFact fact) {
        return new PlannedCall(List.of(fact), fact.sendAt(), fact.againAfter());
    }

    public String path() {
        return isBatch() ? BATCH : facts.get(0).path();
    }

    public Map<String, Object> body() {
        return isBatch()
                ? Map.of("messages", facts.stream().map(PlannedFact::body).toList())
                : facts.get(0).body();
    }

    public boolean isBatch() {
        return facts.size() > 1;
    }

    /** For people. */
    public String inWords() {
        return isBatch() ? "batch with " + facts.get(0).id() : facts.get(0).id();
    }
}
