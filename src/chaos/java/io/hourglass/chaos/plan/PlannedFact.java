package io.hourglass.chaos.plan;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is to be sent.
 *
 * @param occurredAt null where it is left to the receiving node's clock
 * @param sendAt the simulated time at which to send it
 * @param againAfter how much later to send it a second time; null for once only
 * @param path of the API
 * @param then what may be sent only once this is acknowledged
 */
public record PlannedFact(
        String id,
        String inquiry,
        InquiryFactKind kind,
        @Nullable AuthorKind author,
        @Nullable String about,
        @Nullable Instant occurredAt,
        Instant sendAt,
        @Nullable Duration againAfter,
        String path,
        Map<String, Object> body,
        List<PlannedFact> then) {

    public PlannedFact {
        body = Map.copyOf(body);
        then = List.copyOf(then);
    }

    /** Itself, and all that follows from it. */
    public Stream<PlannedFact> all() {
        return Stream.concat(Stream.of(this), then.stream().flatMap(PlannedFact::all));
    }

    public int deliveries() {
        return againAfter == null ? 1 : 2;
    }

    public boolean isSystemSpam() {
        return body.containsKey("systemSpam");
    }
}
