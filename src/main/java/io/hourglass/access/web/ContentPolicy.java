package io.hourglass.access.web;

import io.hourglass.access.FormTargets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What a page may load, and where its forms may lead: to this program, and from some pages where {@link FormTargets} say. Written behind the plain one. */
final class ContentPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String FORMS = "form-action 'self'";

    /** Of all other pages. */
    static final String PLAIN = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; " + FORMS + "; base-uri 'none'; frame-ancestors 'none'";

    private final List<Further> further;

    ContentPolicy(List<FormTargets> targets) {
        this.further = targets.stream()
                .filter(some -> !some.origins().isEmpty())
                .map(Further::of)
                .toList();
    }

    private record Further(List<RequestMatcher> pages, String policy) {

        static Further of(FormTargets targets) {
            return new Further(
                    targets.pages().stream()
                            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                            .toList(),
                    PLAIN.replace(FORMS, FORMS + " " + String.join(" ", targets.origins())));
        }

        boolean isOn(HttpServletRequest request) {
            return pages.stream().anyMatch(page -> page.matches(request));
        }
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        further.stream()
                .filter(some -> some.isOn(request))
                .findFirst()
                .ifPresent(some -> response.setHeader(HEADER, some.policy()));
    }
}
