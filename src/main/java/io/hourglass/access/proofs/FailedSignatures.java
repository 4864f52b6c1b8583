package io.hourglass.access.proofs;

import io.hourglass.access.limits.ClientAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the wrong signatures of an address, before a body is read. A source that was right from there lately has no limit: it is not held
 * up by what others get wrong.
 */
public final class FailedSignatures extends OncePerRequestFilter {

    private final LoginThrottle throttle;
    private final Proven proven;
    private final Refusals refusals;

    public FailedSignatures(Clock clock, Proven proven, Refusals refusals) {
        this.throttle = new LoginThrottle(clock);
        this.proven = proven;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = ClientAddress.of(request.getRemoteAddr());
        var source = request.getRequestURI();
        try {
            if (proven.with(source, address).isEmpty()) {
                throttle.check(address);
            }
        } catch (LoginThrottle.RateLimited e) {
            refusals.commence(request, response, e);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            throttle.failed(address);
        } else if (response.getStatus() == HttpStatus.OK.value()) {
            proven.remember(source, address, "");
        }
    }
}
