package io.hourglass.access.proofs;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.SignIn;
import io.hourglass.access.limits.ClientAddress;
import io.hourglass.kernel.ids.ExternalId;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Checks names and passwords, at the same cost whether there is such an account or not. What was right from the same
 * address a short while ago is no guess, and costs no hash.
 */
@Component
public class PasswordCheck implements AuthenticationProvider {

    private static final String NO_ONES_NAME = "";

    private final SignIn accounts;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final Delay delay;
    private final Proven proven;
    private final SingletonSupplier<String> noOnesHash;

    PasswordCheck(SignIn accounts, PasswordEncoder encoder, LoginThrottle throttle, Delay delay, Proven proven) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
        this.delay = delay;
        this.proven = proven;
        this.noOnesHash = SingletonSupplier.of(() -> encoder.encode("no account has this one"));
    }

    /** A name, which an account could have, with its password, from an address. */
    private record Attempt(String name, String password, ClientAddress address) {

        static Attempt of(Authentication given) {
            var name = ExternalId.isOne(given.getName(), ExternalId.MAX_LENGTH) ? given.getName() : NO_ONES_NAME;
            var from = given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
            return new Attempt(name, String.valueOf(given.getCredentials()), ClientAddress.of(from));
        }

        String proof() {
            return name + '\0' + password;
        }

        @Override
        public String toString() {
            return name + " from " + address;
        }
    }

    /**
     * @throws LoginThrottle.RateLimited if too many guesses came before
     * @throws BadCredentialsException if there is no such account with that password
     */
    @Override
    public Authentication authenticate(Authentication given) {
        var attempt = Attempt.of(given);
        var account = lately(attempt).orElseGet(() -> checked(attempt));
        var token = new CallerToken(account);
        token.setDetails(given.getDetails());
        return token;
    }

    private Optional<Account> lately(Attempt attempt) {
        return proven.with(attempt.proof(), attempt.address()).flatMap(hash -> accounts.find(attempt.name())
                .filter(account -> account.passwordHash().equals(hash)));
    }

    private Account checked(Attempt attempt) {
        if (throttle.guess(attempt.name(), attempt.address())) {
            delay.once();
        }
        var account = find(attempt);
        var none = noOnesHash.obtain(); // made for a known name too: the time it takes tells nothing
        var hash = account.map(Account::passwordHash).orElse(none);
        var matches = encoder.matches(attempt.password(), hash);
        account.ifPresent(one -> LoggedCalls.named(one.name(), matches));
        if (account.isEmpty() || !matches) {
            throw new BadCredentialsException("no such name and password");
        }
        throttle.succeeded(attempt.name(), attempt.address());
        proven.remember(attempt.proof(), attempt.address(), account.get().passwordHash());
        return account.get();
    }

    private Optional<Account> find(Attempt attempt) {
        try {
            return accounts.find(attempt.name());
        } catch (RuntimeException e) {
            throttle.notLookedAt(attempt.name(), attempt.address());
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
