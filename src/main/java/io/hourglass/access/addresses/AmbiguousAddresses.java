package io.hourglass.access.addresses;

import io.hourglass.access.proofs.Refusals;
import io.hourglass.access.proofs.RequestLimit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address with which the rules, who read it as it was sent, and the container, which tidies it up to find a
 * servlet, would mean different things: {@code /badges/..;/camunda} is a badge's to the one and Cockpit's to the other, and
 * {@code /%63amunda} nobody's and Cockpit's. What the engine's servlets serve is therefore written plainly. A refused
 * request counts like any other of its address.
 */
public final class AmbiguousAddresses extends OncePerRequestFilter implements RequestRejectedHandler {

    private static final Set<String> ENGINES = Set.of("camunda", "engine-rest");

    /** {@code /camunda/api/engine/engine}: the servlets' own part of a path. */
    private static final int WRITTEN_PLAINLY = 4;

    private final RequestLimit limit;
    private final Refusals refusals;

    public AmbiguousAddresses(RequestLimit limit, Refusals refusals) {
        this.limit = limit;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAmbiguous(request.getRequestURI())) {
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What the firewall refuses. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        refuse(request, response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (limit.allows(request)) {
            refusals.ambiguous(request, response);
        } else {
            refusals.tooMany(request, response, 1);
        }
    }

    static boolean isAmbiguous(String sent) {
        var parts = parts(sent);
        return sent.contains("//")
                || parts.stream().anyMatch(AmbiguousAddresses::goesUp)
                || (isEngines(parts) && !parts.stream().limit(WRITTEN_PLAINLY).allMatch(AmbiguousAddresses::isPlain));
    }

    private static List<PathSegment> parts(String sent) {
        return PathContainer.parsePath(sent).elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(PathSegment.class::cast)
                .toList();
    }

    private static boolean goesUp(PathSegment part) {
        return part.valueToMatch().equals(".") || part.valueToMatch().equals("..");
    }

    private static boolean isEngines(List<PathSegment> parts) {
        return !parts.isEmpty() && ENGINES.contains(parts.get(0).valueToMatch());
    }

    private static boolean isPlain(PathSegment part) {
        return part.value().equals(part.valueToMatch());
    }
}
