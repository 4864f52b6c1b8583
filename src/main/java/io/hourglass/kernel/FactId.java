package io.hourglass.kernel;

/** The id under which its source sent a fact; the same id is the same fact. Ordered by Unicode code point. */
public record FactId(String value) implements Comparable<FactId> {

    /** Longer than an id from outside, since some facts get an id derived from the inquiry's. */
    public static final int MAX_LENGTH = 80;

    public FactId {
        ExternalId.check("fact", value, MAX_LENGTH);
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
