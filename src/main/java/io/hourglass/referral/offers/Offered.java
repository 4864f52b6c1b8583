package io.hourglass.referral.offers;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.Ranked;

/** A supplier in an offer: its place, its score in parts, and what speaks for it. */
public record Offered(Ranked ranked, Reasons reasons) {

    public SupplierId supplier() {
        return ranked.candidate().supplier();
    }

    public int place() {
        return ranked.place();
    }
}
