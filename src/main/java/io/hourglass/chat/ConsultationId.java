package io.hourglass.chat;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.Track;

/** The id of a consultation; it is also the business key of its process. Ordered by Unicode code point. */
public record ConsultationId(String value) implements CaseId, Comparable<ConsultationId> {

    public static final Track CHAT = new Track("CHAT");

    public ConsultationId {
        ExternalId.check("consultation", value, ExternalId.MAX_LENGTH);
    }

    /** @throws IllegalArgumentException if it is of another track */
    public static ConsultationId of(CaseId id) {
        if (id instanceof ConsultationId consultation) {
            return consultation;
        }
        throw new IllegalArgumentException(id + " is no consultation");
    }

    @Override
    public Track track() {
        return CHAT;
    }

    @Override
    public int compareTo(ConsultationId other) {
        return ExternalId.BY_CODE_POINT.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
