package io.hourglass.referral.ranking;

import io.hourglass.kernel.ids.SupplierId;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A supplier that might serve an inquiry, as it stands at this moment.
 *
 * @param relevance a share of one, see {@link Relevance}
 * @param timely answered in time, by the latest published number
 * @param countable of so many; 0 without a number
 * @param open inquiries that wait for its reply now
 * @param usual how many it usually answers within one reply deadline
 * @param capacity how many open ones it says it can take at a time; null if it has not said
 */
@Value.Builder
public record Candidate(
        SupplierId supplier,
        double relevance,
        int timely,
        int countable,
        int open,
        double usual,
        @Nullable Integer capacity) {

    public static CandidateBuilder builder() {
        return new CandidateBuilder();
    }
}
