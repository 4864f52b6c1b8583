package io.hourglass.access.web;

import io.hourglass.access.Account;
import io.hourglass.access.SignIn;
import io.hourglass.kernel.ExternalId;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks names and passwords, at the same cost whether there is such an account or not. */
@Component
class PasswordCheck implements AuthenticationProvider {

    private static final String NO_ONES_NAME = "";

    private final SignIn accounts;
    private final PasswordEncoder encoder;
    private final LoginThrottle throttle;
    private final String noOnesHash;

    PasswordCheck(SignIn accounts, PasswordEncoder encoder, LoginThrottle throttle) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
        this.noOnesHash = encoder.encode("no account has this one");
    }

    @Override
    public Authentication authenticate(Authentication given) {
        var name = ExternalId.isOne(given.getName(), ExternalId.MAX_LENGTH) ? given.getName() : NO_ONES_NAME;
        var address = given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        throttle.guess(name, address);
        var account = accounts.find(name);
        var matches = encoder.matches(
                String.valueOf(given.getCredentials()),
                account.map(Account::passwordHash).orElse(noOnesHash));
        if (account.isEmpty() || !matches) {
            throw new BadCredentialsException("no such name and password");
        }
        throttle.succeeded(name, address);
        var token = new CallerToken(account.get());
        token.setDetails(given.getDetails());
        return token;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
