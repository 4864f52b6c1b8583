package io.hourglass.kernel.ids;

import java.util.Optional;

/** The id under which its source sent a fact; the same id is the same fact. Ordered by Unicode code point. */
public record FactId(String value) implements Comparable<FactId> {

    /** Longer than an id from outside, since some facts get an id derived from the inquiry's. */
    public static final int MAX_LENGTH = 80;

    public FactId {
        ExternalId.check("fact", value, MAX_LENGTH);
    }

    /**
     * Of a fact that the program makes itself: callers cannot use it.
     *
     * @param of the id of what it is made of; {@code what} has at most 13 letters, so that both fit
     */
    public static FactId own(String what, String of) {
        return new FactId(ExternalId.OWN + what + ExternalId.OWN + of);
    }

    /** The id of what the program made it of; empty if it made it of something else, or not itself. */
    public Optional<String> madeOf(String what) {
        var prefix = ExternalId.OWN + what + ExternalId.OWN;
        return value.startsWith(prefix) ? Optional.of(value.substring(prefix.length())) : Optional.empty();
    }

    @Override
    public int compareTo(FactId other) {
        return ExternalId.BY_CODE_POINT.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
