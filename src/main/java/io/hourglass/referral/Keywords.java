package io.hourglass.referral;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.CategoryPath;
import io.hourglass.market.profiles.SupplierProfiles;
import io.hourglass.referral.ReferralContext.Request;
import io.hourglass.referral.offers.Reasons;
import io.hourglass.referral.ranking.ServedCounts;
import io.hourglass.referral.ranking.ServedCounts.Counts;
import io.hourglass.referral.ranking.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds suppliers by what they say of themselves: the categories they deal in, and the words of their products. */
@Component
class Keywords {

    private static final int MAX_WORDS = 60;
    private static final int MAX_OF_A_WORD = 200;
    private static final int MAX_BY_WORDS = 50;
    private static final int MAX_OF_A_CATEGORY = 200;

    private final SupplierProfiles profiles;

    Keywords(SupplierProfiles profiles) {
        this.profiles = profiles;
    }

    Said of(Request request) {
        var named = profiles.withProducts(firstOf(request.words()), MAX_OF_A_WORD);
        return deepest(request, named);
    }

    /**
     * @param category the deepest category of the inquiry that has suppliers; null if none has
     * @param declared who deals in it
     * @param byWord whose products have a word of the inquiry
     */
    record Said(@Nullable String category, Collection<SupplierId> declared, Map<String, List<SupplierId>> byWord) {

        /** Of those whose words say most; the rarer a word, the more it says. */
        Map<SupplierId, Double> words() {
            var weights = new HashMap<SupplierId, Double>();
            byWord.values()
                    .forEach(suppliers -> suppliers.forEach(supplier -> weights.merge(
                            supplier, Math.log1p((double) MAX_OF_A_WORD / suppliers.size()), Double::sum)));
            return weights.entrySet().stream()
                    .sorted(Map.Entry.<SupplierId, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MAX_BY_WORDS)
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        Reasons reasonsFor(SupplierId supplier, List<Trait> traits, ServedCounts counts) {
            var alike = narrowest(Trait.Kind.CATEGORY, supplier, traits, counts);
            return new Reasons(
                    alike.by(supplier),
                    alike.total(),
                    narrowest(Trait.Kind.IN_CATEGORY, supplier, traits, counts).by(supplier),
                    narrowest(Trait.Kind.BUYER, supplier, traits, counts).by(supplier),
                    declared.contains(supplier) ? category : null,
                    byWord.entrySet().stream()
                            .filter(entry -> entry.getValue().contains(supplier))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .limit(Reasons.MAX_WORDS)
                            .toList());
        }
    }

    /** What was counted for the most specific trait of that kind that the supplier has served; none if there is none. */
    private static Counts narrowest(Trait.Kind kind, SupplierId supplier, List<Trait> traits, ServedCounts counts) {
        return traits.stream()
                .filter(trait -> trait.kind() == kind)
                .map(counts::of)
                .filter(each -> each.bySupplier().containsKey(supplier))
                .reduce(Counts.NONE, (wider, narrower) -> narrower);
    }

    private Said deepest(Request request, Map<String, List<SupplierId>> byWord) {
        var category = request.category();
        if (category != null) {
            var paths = new ArrayList<>(CategoryPath.andThoseAbove(category));
            Collections.reverse(paths);
            for (var path : paths) {
                var dealing = new ArrayList<>(profiles.dealingIn(path));
                dealing.remove(request.asked());
                if (!dealing.isEmpty()) {
                    return new Said(path, some(dealing, request), byWord);
                }
            }
        }
        return new Said(null, Set.of(), byWord);
    }

    /** All of them, or where there are very many so many drawn by lot: the same for the same inquiry. */
    private static Collection<SupplierId> some(List<SupplierId> dealing, Request request) {
        Collections.shuffle(dealing, new Random(request.inquiry().value().hashCode()));
        return Set.copyOf(dealing.subList(0, Math.min(dealing.size(), MAX_OF_A_CATEGORY)));
    }

    private static Set<String> firstOf(Set<String> words) {
        var first = new LinkedHashSet<String>();
        words.stream().limit(MAX_WORDS).forEach(first::add);
        return first;
    }
}
