package io.hourglass.lab;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.Wish;
import java.util.List;

/** A way to order the candidates for a wish, the best first; the supplier asked is none. */
interface Ranking {

    List<SupplierId> rank(Wish wish);
}
