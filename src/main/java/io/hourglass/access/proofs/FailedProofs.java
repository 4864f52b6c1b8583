package io.hourglass.access.proofs;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.limits.ClientAddress;
import io.hourglass.access.pages.ProgramsCall;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits the keys and tokens of an address that open nothing, before they are looked up or their signature checked. */
public final class FailedProofs extends OncePerRequestFilter {

    private final LoginThrottle throttle;
    private final Proven proven;
    private final Refusals refusals;

    public FailedProofs(LoginThrottle throttle, Proven proven, Refusals refusals) {
        this.throttle = throttle;
        this.proven = proven;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var proof = proof(request);
        if (proof.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            look(proof.get(), request, response, chain);
        }
    }

    private void look(String proof, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = ClientAddress.of(request.getRemoteAddr());
        var known = proven.with(proof, address).isPresent();
        try {
            if (!known) {
                throttle.check(address);
            }
        } catch (LoginThrottle.RateLimited e) {
            refusals.commence(request, response, e);
            return;
        }
        chain.doFilter(request, response);
        if (Callers.current().isEmpty()) {
            throttle.failed(address);
        } else if (!known) {
            proven.remember(proof, address, "");
        }
    }

    /** Passwords are counted where they are checked. */
    private static Optional<String> proof(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(ProgramsCall.KEY))
                .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                        .filter(said -> !said.toLowerCase(Locale.ROOT).startsWith("basic ")));
    }
}
