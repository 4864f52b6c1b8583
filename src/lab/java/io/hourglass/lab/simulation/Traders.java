package io.hourglass.lab.simulation;

import io.hourglass.kernel.ids.SupplierId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Draws the suppliers of a market. */
final class Traders {

    private static final int SUBCATEGORIES = 8;
    private static final int MAX_SUBCATEGORIES = 4;

    /** Of a supplier's further subcategories, so many lie in its first one's category. */
    private static final double NEAR = 0.7;

    private static final double DECLARES_TOO_MUCH = 0.2;
    private static final double NEWCOMERS = 0.12;

    /** Buyers do not know a newcomer yet: it is asked so much less than others of its size. */
    static final double KNOWN_NEWCOMER = 0.2;

    /** The n-th largest supplier has 1 / n^0.8 of the largest one's size. */
    private static final double SKEW = 0.8;

    /** The median. */
    private static final double SLACK = 2;

    private static final double SLACK_SPREAD = 0.5;

    private final MarketSize size;
    private final Random random;

    private Traders(MarketSize size, Random random) {
        this.size = size;
        this.random = random;
    }

    /** Without capacities: what buyers ask is not drawn yet. */
    static List<Trader> of(MarketSize size, Random random) {
        return new Traders(size, random).drawn();
    }

    private List<Trader> drawn() {
        var sizes = new ArrayList<Double>();
        for (var rank = 1; rank <= size.suppliers(); rank++) {
            sizes.add(Math.pow(rank, -SKEW));
        }
        var whole = sizes.stream().mapToDouble(Double::doubleValue).sum();
        Collections.shuffle(sizes, random);
        var traders = new ArrayList<Trader>();
        for (var number = 0; number < size.suppliers(); number++) {
            traders.add(trader(new SupplierId(String.format("S%04d", number)), sizes.get(number) / whole));
        }
        return traders;
    }

    private Trader trader(SupplierId id, double share) {
        var newcomer = random.nextDouble() < NEWCOMERS;
        var joins = newcomer ? size.warmUpDays() / 2 + random.nextInt(size.days() - size.warmUpDays() / 2) : 0;
        var reliability = 0.1 + 0.88 * Math.max(random.nextDouble(), random.nextDouble());
        var slack = SLACK * Math.exp(SLACK_SPREAD * random.nextGaussian());
        var pace = 4 + 20 * random.nextDouble();
        var deals = new TreeSet<String>();
        var home = random.nextInt(size.categories());
        deals.add(subcategory(home));
        for (var left = random.nextInt(MAX_SUBCATEGORIES); left > 0; left--) {
            deals.add(subcategory(random.nextDouble() < NEAR ? home : random.nextInt(size.categories())));
        }
        var declares = new TreeSet<>(deals);
        if (random.nextDouble() < DECLARES_TOO_MUCH) {
            declares.add(subcategory(home));
        }
        return new Trader(
                id,
                joins,
                newcomer ? share * KNOWN_NEWCOMER : share,
                reliability,
                pace,
                slack,
                0,
                List.copyOf(deals),
                List.copyOf(declares));
    }

    private String subcategory(int category) {
        return "C" + category + "/" + random.nextInt(SUBCATEGORIES);
    }
}
