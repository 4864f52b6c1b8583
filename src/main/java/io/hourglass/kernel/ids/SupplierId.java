package io.hourglass.kernel.ids;

/** The marketplace's id of a supplier. Ordered by Unicode code point. */
public record SupplierId(String value) implements Comparable<SupplierId> {

    public SupplierId {
        ExternalId.check("supplier", value, ExternalId.MAX_LENGTH);
    }

    /** Whose rate of inquiries answered in time it is. */
    public Subject subject() {
        return new Subject(Track.INQUIRY, value);
    }

    @Override
    public int compareTo(SupplierId other) {
        return ExternalId.BY_CODE_POINT.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
