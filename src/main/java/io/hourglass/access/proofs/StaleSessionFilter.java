package io.hourglass.access.proofs;

import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.SignIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session, on whatever node it is, once the account that began it is removed, or has another role or password. */
public final class StaleSessionFilter extends OncePerRequestFilter {

    private final SignIn accounts;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    public StaleSessionFilter(SignIn accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn instanceof CallerToken token
                && token.account().filter(this::isOver).isPresent()) {
            logout.logout(request, response, signedIn);
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(Account then) {
        return accounts.find(then.name()).filter(then::equals).isEmpty();
    }
}
