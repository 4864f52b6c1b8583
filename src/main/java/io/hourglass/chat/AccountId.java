package io.hourglass.chat;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;

/** The marketplace's id of an account that a shop chats under. Ordered by Unicode code point. */
public record AccountId(String value) implements Comparable<AccountId> {

    /** One less than other ids have: a colon before it makes it the id of a subject. */
    public static final int MAX_LENGTH = ExternalId.MAX_LENGTH - 1;

    public AccountId {
        ExternalId.check("account", value, MAX_LENGTH);
    }

    /** Whether the id of a buyer is short enough for one. */
    public static boolean mayBe(BuyerId buyer) {
        return buyer.value().length() <= MAX_LENGTH;
    }

    @Override
    public int compareTo(AccountId other) {
        return ExternalId.BY_CODE_POINT.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
