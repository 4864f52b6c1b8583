package io.hourglass.referral.ranking;

import io.hourglass.kernel.ids.SupplierId;

/**
 * An inquiry that was served.
 *
 * @param by who served it: the supplier asked, or another
 */
public record Served(Wish wish, SupplierId by) {

    boolean isElsewhere() {
        return !by.equals(wish.asked());
    }
}
