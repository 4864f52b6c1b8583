package io.hourglass.kernel;

/** The id under which its source sent a fact; the same id is the same fact. Ordered by Unicode code point. */
public record FactId(String value) implements Comparable<FactId> {

    public FactId {
        ExternalId.check("fact", value);
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
