package io.hourglass.access.accounts;

import io.hourglass.kernel.InvalidInput;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * What a password must be, after ASVS 2.1: long and not common; any characters that can be typed, none of them needed.
 * Hashes say how they were made, so that another way can follow; those of 0.1.0 are bcrypt's own.
 */
@Configuration
class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    /** Twice as many rounds take twice as long: a guess costs about a twentieth of a second. */
    private static final int COST = 10;

    @Bean
    PasswordEncoder passwordEncoder() {
        return encoder(COST);
    }

    /** @param cost of the hashes that it makes; it reads those of any */
    static PasswordEncoder encoder(int cost) {
        return new DelegatingPasswordEncoder(
                "hmac-bcrypt",
                Map.of("hmac-bcrypt", new WholePasswordEncoder(cost), "bcrypt", new BCryptPasswordEncoder()));
    }

    /**
     * @param account whose it will be
     * @throws InvalidInput if it is too short or too long, cannot be typed, or is one of the first that are guessed; it is
     *     not repeated
     */
    public static String checked(String password, String account) {
        var length = password.strip().replaceAll(" {2,}", " ").codePoints().count();
        if (length < SHORTEST || password.codePoints().count() > LONGEST) {
            throw refused(SHORTEST + " to " + LONGEST + " characters, several blanks counted as one");
        }
        if (!password.codePoints().allMatch(Passwords::canBeTyped)) {
            throw refused("of characters that can be typed");
        }
        if (KnownPasswords.has(password, account)) {
            throw refused("not one that many use, nor one that repeats or counts, nor little more than the name");
        }
        return password;
    }

    private static boolean canBeTyped(int point) {
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && Character.isDefined(point);
    }

    private static InvalidInput refused(String rule) {
        return new InvalidInput("password", "(not shown)", rule);
    }
}
