package io.hourglass.access;

import io.hourglass.kernel.BadInput;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: as bcrypt hashes that say so, so that another way can follow. */
@Configuration
public class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 64; // bcrypt reads 72 bytes

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** @throws BadInput if it is too short to be kept, or longer than its hash would tell apart; it is not repeated */
    public static String checked(String password) {
        if (password.length() < SHORTEST || password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new BadInput(
                    "password", "(not shown)", SHORTEST + " characters or more, and at most " + LONGEST + " bytes");
        }
        return password;
    }
}
