package io.hourglass.access.proofs;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.access.limits.ClientAddress;
import io.hourglass.access.limits.ClockMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** The rate limit: requests a second of an account, or of an address without one, with a burst of four seconds' worth. */
public final class RequestLimit extends OncePerRequestFilter {

    private static final int BURST_SECONDS = 4;
    private static final int MAX_REMEMBERED = 100_000;

    private final LoadingCache<Object, Bucket> buckets;
    private final Refusals refusals;

    public RequestLimit(int perSecond, Clock clock, Refusals refusals) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterAccess(Duration.ofSeconds(BURST_SECONDS))
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity((long) BURST_SECONDS * perSecond)
                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(new ClockMeter(clock))
                        .build());
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = Callers.current();
        if (caller.filter(one -> one.is(Role.INTEGRATION)).isPresent()
                || allows(caller.<Object>map(Caller::name).orElseGet(() -> addressOf(request)))) {
            chain.doFilter(request, response);
        } else {
            refusals.tooMany(request, response, 1);
        }
    }

    /** Without authentication. */
    public boolean allows(HttpServletRequest request) {
        return allows(addressOf(request));
    }

    private boolean allows(Object who) {
        return buckets.get(who).tryConsume(1);
    }

    private static ClientAddress addressOf(HttpServletRequest request) {
        return ClientAddress.of(request.getRemoteAddr());
    }
}
