package io.hourglass.chaos.plan;

import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.FactKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact that is to be sent.
 *
 * @param of the inquiry; of chat, between whom it is, or whose account it marks, see {@link ChatPair}
 * @param occurredAt null where it is left to the receiving node's clock
 * @param sendAt the simulated time at which to send it
 * @param againAfter how much later to send it a second time; null for once only
 * @param path of the API
 * @param then what may be sent only once this is acknowledged
 */
public record PlannedFact(
        String id,
        String of,
        FactKind kind,
        @Nullable AuthorKind author,
        @Nullable String about,
        @Nullable Instant occurredAt,
        Instant sendAt,
        @Nullable Duration againAfter,
        String path,
        Map<String, Object> body,
        List<PlannedFact> then) {

    static final String OCCURRED_AT = "occurredAt";

    public PlannedFact {
        body = Map.copyOf(body);
        then = List.copyOf(then);
    }

    /** Itself, and all that follows from it. */
    public Stream<PlannedFact> all() {
        return Stream.concat(Stream.of(this), then.stream().flatMap(PlannedFact::all));
    }

    /** When it happens, if it is sent in time. */
    Instant at() {
        return occurredAt == null ? sendAt : occurredAt;
    }

    PlannedFact followedBy(PlannedFact next) {
        var all = Stream.concat(then.stream(), Stream.of(next)).toList();
        return new PlannedFact(id, of, kind, author, about, occurredAt, sendAt, againAfter, path, body, all);
    }

    PlannedFact sentAt(Instant other) {
        return new PlannedFact(id, of, kind, author, about, occurredAt, other, againAfter, path, body, then);
    }

    /** It happens, and so does what follows from it, when it is sent: from that simulated time on, twice at once or once. */
    PlannedFact leftToClock(Instant from) {
        var undated = new HashMap<>(body);
        undated.remove(OCCURRED_AT);
        var again = againAfter == null ? null : Duration.ZERO;
        var all = then.stream().map(next -> next.leftToClock(from)).toList();
        return new PlannedFact(id, of, kind, author, about, null, from, again, path, undated, all);
    }

    public boolean isOfChat() {
        return kind instanceof ChatFactKind;
    }

    public boolean isSystemSpam() {
        return body.containsKey("systemSpam");
    }
}
