package io.hourglass.access.proofs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hourglass.access.limits.ClientAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Credentials that were recently right from an address, so that they do not count as guesses there: what strangers at the same address get wrong
 * does not hold it up, and a password that comes with each call is not worked out each time. Kept as hashes under a key
 * of this process alone.
 */
@Component
public class Proven {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MAX_REMEMBERED = 10_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

    private final Cache<String, String> known;
    private final SecretKeySpec key;

    Proven(Clock clock) {
        this.known = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(FORGOTTEN_AFTER)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
        var random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, HMAC);
    }

    /** @return what it was remembered with */
    Optional<String> with(String proof, ClientAddress address) {
        return Optional.ofNullable(known.getIfPresent(hash(proof, address)));
    }

    void remember(String proof, ClientAddress address, String with) {
        known.put(hash(proof, address), with);
    }

    private String hash(String proof, ClientAddress address) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(address.text().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(proof.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(HMAC, e);
        }
    }
}
