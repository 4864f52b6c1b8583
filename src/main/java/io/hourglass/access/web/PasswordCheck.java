package io.hourglass.access.web;

import io.hourglass.access.Account;
import io.hourglass.access.SignIn;
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
        var name = given.getName();
        var address = given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        throttle.check(name, address);
        var account = accounts.find(name);
        var matches = encoder.matches(
                String.valueOf(given.getCredentials()),
                account.map(Account::passwordHash).orElse(noOnesHash));
        if (account.isEmpty() || !matches) {
            throttle.failed(name, address);
            throw new BadCredentialsException("no such name and password");
        }
        throttle.succeeded(name);
        var token = new CallerToken(account.get().caller());
        token.setDetails(given.getDetails());
        return token;
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
