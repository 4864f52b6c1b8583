package io.hourglass.chat;

import io.hourglass.kernel.ids.ExternalId;

/** The marketplace's id of an account that a shop chats under. Ordered by Unicode code point. */
public record AccountId(String value) implements Comparable<AccountId> {

    public AccountId {
        ExternalId.check("account", value, ExternalId.MAX_LENGTH);
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
