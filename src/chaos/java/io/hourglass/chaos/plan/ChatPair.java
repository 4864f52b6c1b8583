package io.hourglass.chaos.plan;

import org.jspecify.annotations.Nullable;

/**
 * A buyer, and an account of a shop.
 *
 * @param colleague another account of the same shop
 */
public record ChatPair(String buyer, String shop, String account, String colleague) {

    /** What the checks call a consultation, but for its day. */
    public static String inWords(String buyer, String account) {
        return buyer + " with " + account;
    }

    /** What the checks call the case of the marks of a buyer's account. */
    public static String marked(String buyer, @Nullable String shop) {
        return shop == null ? buyer + " marked" : buyer + " marked for " + shop;
    }
}
