package io.hourglass.referral.offers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for a supplier, beside its figures.
 *
 * @param servedAlike how many inquiries in the category it served that another had left unserved
 * @param alike of so many
 * @param servedInCategory how many inquiries in the category it served in all
 * @param servedBuyer how many inquiries of this buyer it served
 * @param category the category that both the inquiry and the supplier name; null if there is none
 * @param words product words that both use; at most five
 */
public record Reasons(
        int servedAlike,
        int alike,
        int servedInCategory,
        int servedBuyer,
        @Nullable String category,
        List<String> words) {

    public static final int MAX_WORDS = 5;

    public Reasons {
        words = List.copyOf(words);
    }
}
