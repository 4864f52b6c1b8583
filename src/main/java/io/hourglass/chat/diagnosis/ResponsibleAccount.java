package io.hourglass.chat.diagnosis;

import io.hourglass.chat.AccountId;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * The account that at least half of a shop's fall is due to (C16): of the consultations that went unanswered beyond what each
 * account's own rate before makes expect.
 */
final class ResponsibleAccount {

    /** Fewer before do not show what an account usually answers: the shop's rate is taken for its own. */
    private static final int LEAST = 5;

    private final Share shopBefore;
    private final Map<AccountId, Share> before;

    private ResponsibleAccount(Share shopBefore, Map<AccountId, Share> before) {
        this.shopBefore = shopBefore;
        this.before = before;
    }

    /** @return empty if the rate has not fallen, or the shop has one account alone, or none stands out */
    static Optional<AccountId> of(Map<AccountId, Share> now, Map<AccountId, Share> before) {
        var shopNow = total(now);
        var shopBefore = total(before);
        if (now.size() < 2 || shopBefore.countable() == 0 || !shopNow.isBelow(shopBefore)) {
            return Optional.empty();
        }
        var accounts = new ResponsibleAccount(shopBefore, before);
        var fall = Excess.of(shopNow, shopBefore);
        return now.entrySet().stream()
                .map(account -> Map.entry(account.getKey(), accounts.excess(account.getKey(), account.getValue())))
                .filter(account -> account.getValue().isHalfOf(fall))
                .max(Map.Entry.<AccountId, Excess>comparingByValue()
                        .thenComparing(
                                Map.Entry.<AccountId, Excess>comparingByKey().reversed()))
                .map(Map.Entry::getKey);
    }

    private static Share total(Map<AccountId, Share> shares) {
        return shares.values().stream().reduce(Share.NONE, Share::plus);
    }

    private Excess excess(AccountId account, Share now) {
        var own = before.getOrDefault(account, Share.NONE);
        return Excess.of(now, own.countable() < LEAST ? shopBefore : own);
    }

    /** Unanswered ones beyond those that another share makes expect: a fraction. */
    private record Excess(long above, long below) implements Comparable<Excess> {

        static Excess of(Share now, Share expected) {
            return new Excess(
                    (long) now.unanswered() * expected.countable() - (long) expected.unanswered() * now.countable(),
                    expected.countable());
        }

        /** And more than nothing. */
        boolean isHalfOf(Excess whole) {
            return above > 0 && new Excess(2 * above, below).compareTo(whole) >= 0;
        }

        @Override
        public int compareTo(Excess other) {
            return times(above, other.below).compareTo(times(other.above, below));
        }

        private static BigInteger times(long one, long other) {
            return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
        }
    }
}
