package io.hourglass.kernel.events;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that has come about and that others may want to know. It has ids, instants, states and numbers; never a text
 * that somebody wrote, and nobody's name.
 *
 * @param track null for what is of none
 * @param about the id of the case, of the subject, or the day
 * @param orderKey events of one key are told in the order in which they were raised
 * @param data numbers, true or false, and texts, in the order in which they are told
 */
public record Event(
        EventKind kind, @Nullable Track track, String about, String orderKey, Instant at, Map<String, Object> data) {

    public Event {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    public static Event of(EventKind kind, CaseId id, Instant at) {
        return of(kind, id.track(), id.value(), "case", at);
    }

    public static Event of(EventKind kind, Subject subject, Instant at) {
        return of(kind, subject.track(), subject.id(), "subject", at);
    }

    public static Event of(EventKind kind, TrackDay day, Instant at) {
        return of(kind, day.track(), day.day().toString(), "day", at);
    }

    /** @param about the id of what is of no track */
    public static Event of(EventKind kind, String about, Instant at) {
        return new Event(kind, null, about, "other:" + about, at, Map.of());
    }

    private static Event of(EventKind kind, Track track, String about, String what, Instant at) {
        return new Event(kind, track, about, track + ":" + what + ":" + about, at, Map.of());
    }

    /** @param value null to leave it out; other than a number or true or false it is told as a text */
    public Event with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(data);
        more.put(name, value instanceof Number || value instanceof Boolean ? value : value.toString());
        return new Event(kind, track, about, orderKey, at, more);
    }
}
