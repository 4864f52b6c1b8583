package io.hourglass.chat.watch;

import io.hourglass.chat.abnormal.Catch;
import io.hourglass.kernel.ids.BuyerId;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An account of a buyer that a rule caught, or operations marked.
 *
 * @param id 22 characters; nobody's name
 * @param caught by which rule and what; null for a mark by hand
 * @param caughtAt the instant of the catch; of a mark by hand from when on it holds
 * @param recordedAt when the program learned of it: until it is confirmed it acts from then on
 * @param policyVersion whose figures the rule went by
 * @param decision null as long as nobody has decided
 */
@Value.Builder
public record CaughtAccount(
        String id,
        BuyerId buyer,
        @Nullable Catch caught,
        CatchState state,
        Instant caughtAt,
        Instant recordedAt,
        int policyVersion,
        @Nullable Decision decision)
        implements WithCaughtAccount {

    /**
     * What a person decided last.
     *
     * @param by null once that person is erased
     * @param reason up to 1000 characters
     */
    public record Decision(@Nullable String by, Instant at, String reason) {}

    public static CaughtAccountBuilder builder() {
        return new CaughtAccountBuilder();
    }

    /** From when on it excludes what the buyer opens, or did before it was taken back. */
    public Instant actsFrom() {
        var rule = caught;
        return state == CatchState.CAUGHT && rule != null ? rule.unconfirmedFrom(recordedAt) : caughtAt;
    }
}
