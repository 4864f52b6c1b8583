package io.hourglass.referral;

import static java.util.Comparator.comparingInt;

import io.hourglass.market.profiles.CategoryPath;
import io.hourglass.market.profiles.ProductWords;
import io.hourglass.market.profiles.SupplierProfiles;
import io.hourglass.referral.ReferralContext.Request;
import io.hourglass.referral.served.ServedLedger;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Where no supplier can be recommended: another category with suppliers, the one most similar to the inquiry's in words. */
@Component
class NearestCategory {

    private final ServedLedger served;
    private final SupplierProfiles profiles;

    NearestCategory(ServedLedger served, SupplierProfiles profiles) {
        this.served = served;
        this.profiles = profiles;
    }

    /** Empty if no category shares a word with the inquiry. Of equally near ones the deepest, then the first by name. */
    Optional<String> to(Request request) {
        var words = request.words();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var categories = new TreeSet<>(profiles.categories());
        categories.addAll(served.categories());
        if (request.category() != null) {
            CategoryPath.andThoseAbove(request.category()).forEach(categories::remove);
        }
        return categories.stream()
                .filter(category -> shared(category, words) > 0)
                .max(comparingInt((String category) -> shared(category, words))
                        .thenComparing(category -> CategoryPath.parts(category).size())
                        .thenComparing((left, right) -> right.compareTo(left)));
    }

    private static int shared(String category, Set<String> words) {
        var names = ProductWords.of(category);
        names.retainAll(words);
        return names.size();
    }
}
