package io.hourglass.access.web;

import io.hourglass.access.accounts.SampleProgress;
import io.hourglass.access.accounts.SampleProgress.Loaded;
import io.hourglass.access.proofs.Refusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the sample is loaded everything but health and the looks of its page is answered with how far it is. */
final class WhileLoading extends OncePerRequestFilter {

    private static final Set<String> OPEN = Set.of("/hourglass.css", "/hourglass.svg");
    private static final String HEALTH = "/actuator/health";
    private static final String SECONDS_TO_NEXT_LOOK = "1";
    private static final long MAX_RETRY_AFTER = 5; // what is left is guessed from what was, and the beginning is slow

    private final SampleProgress progress;
    private final Refusals refusals;

    WhileLoading(SampleProgress progress, Refusals refusals) {
        this.progress = progress;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var loaded = progress.current();
        if (loaded.isEmpty() || isOpen(request.getRequestURI())) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response, loaded.get());
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Loaded loaded) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.min(loaded.secondsLeft(), MAX_RETRY_AFTER)));
        if (HttpMethod.GET.matches(request.getMethod())) {
            response.setHeader("Refresh", SECONDS_TO_NEXT_LOOK);
        }
        refusals.loading(request, response, loaded);
    }

    private static boolean isOpen(String address) {
        return OPEN.contains(address) || address.equals(HEALTH) || address.startsWith(HEALTH + "/");
    }
}
