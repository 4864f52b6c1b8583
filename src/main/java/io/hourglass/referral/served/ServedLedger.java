package io.hourglass.referral.served;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.ServedCounts;
import io.hourglass.referral.ranking.ServedCounts.Counts;
import io.hourglass.referral.ranking.Trait;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who served how many of the settled inquiries, by their traits. */
public interface ServedLedger {

    /** Adds what a settled day teaches. */
    void add(Map<Trait, Map<SupplierId, Integer>> counts);

    /** Forgets who served that buyer. */
    void forget(BuyerId buyer);

    /** How many suppliers {@link #mostOf} names for a trait at the most. */
    int MAX = 50;

    /** Who served most of each trait; one without served inquiries has none or is absent. */
    Map<Trait, List<SupplierId>> mostOf(Collection<Trait> traits);

    /** For some suppliers; the totals are of all. A trait without served inquiries is absent. */
    Map<Trait, Counts> countsOf(List<Trait> traits, Collection<SupplierId> suppliers);

    /** Every category in which anything was served, those above included. */
    List<String> categories();

    /** What was counted of some suppliers, for {@link io.hourglass.referral.ranking.Relevance}. */
    default ServedCounts among(List<Trait> traits, Collection<SupplierId> suppliers) {
        var counts = countsOf(traits, suppliers);
        return trait -> counts.getOrDefault(trait, Counts.NONE);
    }
}
