package io.hourglass.inquiry.search;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.util.List;

/**
 * A word that must be found of an inquiry: one of its terms begins with it, or it is between one of those.
 *
 * @param word as {@link io.hourglass.kernel.text.SearchTerms} has it
 * @param suppliers who are called so
 * @param buyers who are called so, beside those whose id begins so
 */
public record SoughtWord(String word, List<SupplierId> suppliers, List<BuyerId> buyers) {

    public SoughtWord {
        suppliers = List.copyOf(suppliers);
        buyers = List.copyOf(buyers);
    }

    boolean isNamed() {
        return !suppliers.isEmpty() || !buyers.isEmpty();
    }
}
