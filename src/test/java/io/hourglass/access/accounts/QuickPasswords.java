package io.hourglass.access.accounts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes of the least cost, in every test of the whole program: most make accounts before each test, and a hash of the real
 * cost takes a twentieth of a second. What that cost is, {@link PasswordsTest} holds.
 */
@Configuration(proxyBeanMethods = false)
class QuickPasswords {

    private static final int LEAST = 4;

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return Passwords.encoder(LEAST);
    }
}
