package io.hourglass.access.proofs;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.hourglass.access.limits.ClientAddress;
import io.hourglass.access.limits.ClockMeter;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses. An address has ten wrong passwords for a name, and a hundred wrong passwords, keys and tokens in
 * all; then it waits for each further one. Nobody is locked out by what others do elsewhere: where a name is guessed at
 * from many addresses, each guess only takes longer. Each node counts for itself.
 */
@Component
public class LoginThrottle {

    public static final int FAILURES_OF_A_NAME = 10;
    public static final int FAILURES_OF_AN_ADDRESS = 100;
    static final int FAILURES_WITHOUT_DELAY = 100;
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private static final int MAX_REMEMBERED = 100_000;

    private final LoadingCache<NameThere, Bucket> namesThere;
    private final LoadingCache<ClientAddress, Bucket> addresses;
    private final LoadingCache<String, Bucket> namesAnywhere;

    LoginThrottle(Clock clock) {
        this.namesThere = buckets(FAILURES_OF_A_NAME, clock);
        this.addresses = buckets(FAILURES_OF_AN_ADDRESS, clock);
        this.namesAnywhere = buckets(FAILURES_WITHOUT_DELAY, clock);
    }

    private record NameThere(String name, ClientAddress address) {}

    /** Too much that was wrong came from an address; this was not looked at. */
    public static final class RateLimited extends AuthenticationException {
        @Serial
        private static final long serialVersionUID = 1;

        private final Duration wait;

        private RateLimited(int failures) {
            super("too many wrong passwords, keys or tokens; try again in some minutes");
            this.wait = FORGOTTEN_AFTER.dividedBy(failures);
        }

        public Duration retryAfter() {
            return wait;
        }
    }

    /**
     * Counts a guess before the password is checked, so that concurrent guesses are limited like sequential ones.
     *
     * @param name one that an account could have: of any other nothing is to be remembered
     * @return whether it is to be delayed, as the name is guessed at from everywhere
     * @throws RateLimited if the password is not to be looked at
     */
    public boolean guess(String name, ClientAddress address) {
        var left = addresses.get(address);
        if (!left.tryConsume(1)) {
            throw new RateLimited(FAILURES_OF_AN_ADDRESS);
        }
        if (!namesThere.get(new NameThere(name, address)).tryConsume(1)) {
            left.addTokens(1);
            throw new RateLimited(FAILURES_OF_A_NAME);
        }
        return !namesAnywhere.get(name).tryConsume(1);
    }

    /** It was right, so that it was no guess. */
    public void succeeded(String name, ClientAddress address) {
        namesThere.invalidate(new NameThere(name, address));
        namesAnywhere.get(name).addTokens(1);
        addresses.get(address).addTokens(1);
    }

    /** It could not be looked at, so that nothing was learnt by it. */
    public void notLookedAt(String name, ClientAddress address) {
        namesThere.get(new NameThere(name, address)).addTokens(1);
        namesAnywhere.get(name).addTokens(1);
        addresses.get(address).addTokens(1);
    }

    /** @throws RateLimited if a key or token of this address is not to be looked at */
    public void check(ClientAddress address) {
        if (addresses.get(address).getAvailableTokens() < 1) {
            throw new RateLimited(FAILURES_OF_AN_ADDRESS);
        }
    }

    /** Counts a key or token that was wrong. They are too long to be guessed, so that many may be checked concurrently. */
    public void failed(ClientAddress address) {
        addresses.get(address).tryConsume(1);
    }

    private static <K> LoadingCache<K, Bucket> buckets(int failures, Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(failures).refillGreedy(failures, FORGOTTEN_AFTER))
                        .withCustomTimePrecision(new ClockMeter(clock))
                        .build());
    }
}
