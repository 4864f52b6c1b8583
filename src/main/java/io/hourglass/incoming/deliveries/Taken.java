package io.hourglass.incoming.deliveries;

import io.hourglass.imports.files.Counts;
import java.util.List;

/**
 * What became of a delivery.
 *
 * @param isNew false if it had been taken before
 * @param facts of one that is new, in their order
 */
public record Taken(boolean isNew, List<Fate> facts) {

    static final Taken BEFORE = new Taken(false, List.of());

    public Taken {
        facts = List.copyOf(facts);
    }

    /** What became of a fact. */
    public enum Result {
        /** It is new. */
        RECORDED,
        /** The same was known. */
        KNOWN,
        /** It waits for its inquiry. */
        PARKED
    }

    /**
     * @param late whether the books of its day had closed
     * @param refused whether it is without effect by a rule
     */
    public record Fate(Result result, boolean late, boolean refused) {

        static Fate of(Counts counts) {
            if (counts.waiting() > 0) {
                return new Fate(Result.PARKED, false, false);
            }
            return new Fate(
                    counts.taken() > 0 ? Result.RECORDED : Result.KNOWN, counts.late() > 0, counts.refused() > 0);
        }
    }
}
