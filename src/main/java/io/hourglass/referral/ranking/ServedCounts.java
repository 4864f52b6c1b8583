package io.hourglass.referral.ranking;

import io.hourglass.kernel.ids.SupplierId;
import java.util.Map;

/** Who served how many of the inquiries with a trait. */
public interface ServedCounts {

    Counts of(Trait trait);

    /**
     * @param total of all suppliers, those included that are left out of the map
     * @param bySupplier those that matter; who served none is absent
     */
    record Counts(int total, Map<SupplierId, Integer> bySupplier) {

        public static final Counts NONE = new Counts(0, Map.of());

        public Counts {
            bySupplier = Map.copyOf(bySupplier);
        }

        public int by(SupplierId supplier) {
            return bySupplier.getOrDefault(supplier, 0);
        }
    }
}
