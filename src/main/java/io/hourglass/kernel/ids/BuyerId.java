package io.hourglass.kernel.ids;

/** The marketplace's id of a buyer. Ordered by Unicode code point. */
public record BuyerId(String value) implements Comparable<BuyerId> {

    public BuyerId {
        ExternalId.check("buyer", value, ExternalId.MAX_LENGTH);
    }

    @Override
    public int compareTo(BuyerId other) {
        return ExternalId.BY_CODE_POINT.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
