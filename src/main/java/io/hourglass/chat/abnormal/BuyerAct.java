package io.hourglass.chat.abnormal;

import io.hourglass.chat.AccountId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What happened between a buyer and an account of a shop, as far as the rules ask.
 *
 * @param at when it happened
 * @param text of what the buyer wrote; null if that is too short to be compared, or not known, and of any other kind
 */
public record BuyerAct(Kind kind, SupplierId shop, AccountId account, Instant at, @Nullable TextHash text) {

    /** As they happened; at one instant the same facts in the same order. */
    static final Comparator<BuyerAct> IN_ORDER =
            Comparator.comparing(BuyerAct::at).thenComparing(BuyerAct::kind).thenComparing(BuyerAct::account);

    /** What it was. */
    public enum Kind {
        /** The buyer wrote to the account. */
        ASKED,
        /** The account wrote to the buyer, and it counts as an answer: what is sent automatically is no conversation. */
        ANSWERED,
        /** The account blocked the buyer. */
        BLOCKED
    }

    public static BuyerAct asked(SupplierId shop, AccountId account, Instant at, @Nullable TextHash text) {
        return new BuyerAct(Kind.ASKED, shop, account, at, text);
    }

    public static BuyerAct answered(SupplierId shop, AccountId account, Instant at) {
        return new BuyerAct(Kind.ANSWERED, shop, account, at, null);
    }

    public static BuyerAct blocked(SupplierId shop, AccountId account, Instant at) {
        return new BuyerAct(Kind.BLOCKED, shop, account, at, null);
    }
}
