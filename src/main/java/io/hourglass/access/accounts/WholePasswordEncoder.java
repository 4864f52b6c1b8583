package io.hourglass.access.accounts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt of a password of any length: bcrypt alone reads 72 bytes and drops the rest, so it is given an HMAC-SHA-256, as
 * 44 characters. The key is no secret: it keeps hashes stolen elsewhere from being tried here as they are.
 */
final class WholePasswordEncoder implements PasswordEncoder {

    private static final String HMAC = "HmacSHA256";
    private static final SecretKeySpec KEY =
            new SecretKeySpec("io.hourglass.access.password.1".getBytes(StandardCharsets.US_ASCII), HMAC);

    private final PasswordEncoder bcrypt;

    /** @param cost the work of one hash, as a power of two; a hash says its own */
    WholePasswordEncoder(int cost) {
        this.bcrypt = new BCryptPasswordEncoder(cost);
    }

    @Override
    public String encode(CharSequence password) {
        return bcrypt.encode(digest(password));
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        return bcrypt.matches(digest(password), hash);
    }

    private static String digest(CharSequence password) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(KEY);
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(HMAC, e);
        }
    }
}
