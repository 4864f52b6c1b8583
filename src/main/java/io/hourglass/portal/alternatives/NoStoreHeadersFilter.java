package io.hourglass.portal.alternatives;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Of links that need no sign-in: anyone who knows the address can read and decide: it is kept out of caches, referrers and search engines. */
@Component
class NoStoreHeadersFilter extends OncePerRequestFilter {

    /** By the path as the controllers read it: {@code /%61lternatives;x/…} is one of them. */
    private static final List<PathPattern> PAGES = Stream.of("/alternatives/**", "/mail/**")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return PAGES.stream().noneMatch(pages -> pages.matches(path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        chain.doFilter(request, response);
    }
}
