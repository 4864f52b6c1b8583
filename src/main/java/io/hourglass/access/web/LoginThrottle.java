package io.hourglass.access.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: after ten failures a name, and after a hundred an address, waits. Each node counts
 * for itself. A name is held back for whoever uses it, its owner included: for a minute and a half a guess.
 */
@Component
class LoginThrottle {

    static final int FAILURES_OF_A_NAME = 10;
    static final int FAILURES_OF_AN_ADDRESS = 100;
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private static final int MOST_REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> names;
    private final LoadingCache<String, Bucket> addresses;

    LoginThrottle(Clock clock) {
        this.names = buckets(FAILURES_OF_A_NAME, clock);
        this.addresses = buckets(FAILURES_OF_AN_ADDRESS, clock);
    }

    /** Too many passwords were wrong; this one was not looked at. */
    static final class TooMany extends AuthenticationException {
        @Serial
        private static final long serialVersionUID = 1;

        TooMany() {
            super("too many wrong passwords; try again in some minutes");
        }
    }

    /**
     * Counts a guess before the password is looked at, so that many at once have no more guesses than one by one.
     *
     * @param name one that an account could have: of any other nothing is to be remembered
     * @throws TooMany if the password is not to be looked at
     */
    void guess(String name, String address) {
        var left = addresses.get(address);
        if (!left.tryConsume(1)) {
            throw new TooMany();
        }
        if (!names.get(name).tryConsume(1)) {
            left.addTokens(1);
            throw new TooMany();
        }
    }

    /** It was right, so that it was no guess. */
    void succeeded(String name, String address) {
        names.invalidate(name);
        addresses.get(address).addTokens(1);
    }

    private static LoadingCache<String, Bucket> buckets(int failures, Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(failures).refillGreedy(failures, FORGOTTEN_AFTER))
                        .withCustomTimePrecision(new ClockMeter(clock))
                        .build());
    }
}
