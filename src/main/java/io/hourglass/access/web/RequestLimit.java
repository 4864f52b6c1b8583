package io.hourglass.access.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import io.hourglass.access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** So many requests a second of a person, or of an address of which nobody is known; four seconds' worth at once. */
final class RequestLimit extends OncePerRequestFilter {

    private static final int BURST_SECONDS = 4;
    private static final int MOST_REMEMBERED = 100_000;

    private final LoadingCache<String, Bucket> buckets;
    private final Refusals refusals;

    RequestLimit(int perSecond, Clock clock, Refusals refusals) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(Duration.ofSeconds(BURST_SECONDS))
                .build(key -> Bucket.builder()
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
                || buckets.get(caller.map(Caller::name).orElseGet(() -> "/" + request.getRemoteAddr()))
                        .tryConsume(1)) {
            chain.doFilter(request, response);
        } else {
            refusals.tooMany(request, response, 1);
        }
    }
}
