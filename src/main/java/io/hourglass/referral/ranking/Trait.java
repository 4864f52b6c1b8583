package io.hourglass.referral.ranking;

import io.hourglass.market.profiles.CategoryPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Something that inquiries have in common, by which it is counted who served them.
 *
 * @param value empty where the kind says it all
 */
public record Trait(Kind kind, String value) {

    /** From the general to the specific. */
    public enum Kind {
        /** All inquiries. */
        ANY(true),
        /** All in this category, or in one below it. */
        IN_CATEGORY(true),
        /** All that another supplier served than the one asked. */
        ELSEWHERE(false),
        /** Those of them that asked this supplier. */
        ASKED(false),
        /** Those of them in this category, or in one below it. */
        CATEGORY(false),
        /** Those of them that asked this supplier in this category. */
        ASKED_IN_CATEGORY(false),
        /** All of this buyer. */
        BUYER(true);

        private final boolean countsAll;

        Kind(boolean countsAll) {
            this.countsAll = countsAll;
        }
    }

    /**
     * Those that are a reason by themselves to recommend who served them: the categories, or, of an inquiry without one,
     * the supplier asked and the buyer. To have served much, or this buyer with something else, is none.
     */
    public static List<Trait> naming(Wish wish) {
        var kinds = wish.category() == null
                ? EnumSet.of(Kind.ASKED, Kind.BUYER)
                : EnumSet.of(Kind.IN_CATEGORY, Kind.CATEGORY, Kind.ASKED_IN_CATEGORY);
        return of(wish).stream().filter(trait -> kinds.contains(trait.kind())).toList();
    }

    /** Towards which a served inquiry counts. */
    static List<Trait> of(Served served) {
        return of(served.wish()).stream()
                .filter(trait -> trait.kind.countsAll || served.isElsewhere())
                .toList();
    }

    /** Of an inquiry, in the order of their kinds; of categories the widest first. */
    public static List<Trait> of(Wish wish) {
        var asked = wish.asked().value();
        List<String> categories = wish.category() == null ? List.of() : CategoryPath.andThoseAbove(wish.category());
        var traits = new ArrayList<Trait>();
        traits.add(new Trait(Kind.ANY, ""));
        categories.forEach(category -> traits.add(new Trait(Kind.IN_CATEGORY, category)));
        traits.add(new Trait(Kind.ELSEWHERE, ""));
        traits.add(new Trait(Kind.ASKED, asked));
        categories.forEach(category -> traits.add(new Trait(Kind.CATEGORY, category)));
        categories.forEach(category -> traits.add(new Trait(Kind.ASKED_IN_CATEGORY, asked + "\n" + category)));
        traits.add(new Trait(Kind.BUYER, wish.buyer().value()));
        return traits;
    }
}
