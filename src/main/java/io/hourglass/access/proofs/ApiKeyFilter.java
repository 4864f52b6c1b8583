package io.hourglass.access.proofs;

import io.hourglass.access.keys.KeyRing;
import io.hourglass.access.pages.ProgramsCall;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authenticates systems by their API key. An invalid key is refused, also where no authentication is needed. */
public final class ApiKeyFilter extends OncePerRequestFilter {

    private final KeyRing keys;
    private final Refusals refusals;

    public ApiKeyFilter(KeyRing keys, Refusals refusals) {
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = ProgramsCall.key(request);
        if (given.isPresent()) {
            var caller = keys.callerWith(given.get());
            if (caller.isEmpty()) {
                refusals.commence(request, response, new BadCredentialsException("no such key"));
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new CallerToken(caller.get()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}
