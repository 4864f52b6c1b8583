package io.hourglass.access.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Whether what went wrong with a request is read by a person, on a page, or by a program, as problem details. */
public final class PageWanted {

    private static final Set<String> LOOKS = Set.of("GET", "HEAD");
    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/**");

    private PageWanted() {}

    /**
     * A browser, which asks for HTML or sends a form, htmx in a page among them; of the API only an address that somebody
     * opens in one.
     */
    public static boolean by(HttpServletRequest request) {
        return by(request, request.getRequestURI());
    }

    /** @param address what was asked for, where the request is at another by now */
    public static boolean by(HttpServletRequest request, String address) {
        var accept = accept(request);
        return isOfApi(address)
                ? isOpened(request, accept)
                : accept.contains(MediaType.TEXT_HTML_VALUE)
                        || request.getHeader("HX-Request") != null
                        || (SentForm.isOne(request) && takesAny(accept));
    }

    /** By a link or by its address in a browser, not by a script of a page. */
    private static boolean isOpened(HttpServletRequest request, String accept) {
        @Nullable String mode = request.getHeader("Sec-Fetch-Mode");
        return LOOKS.contains(request.getMethod())
                && accept.contains(MediaType.TEXT_HTML_VALUE)
                && !accept.contains("json")
                && (mode == null || mode.equals("navigate"))
                && !ProgramsCall.isOne(request);
    }

    /** An address of the API, which has no page, or a call that says which answers it takes and does not name HTML. */
    public static boolean isRuledOutBy(HttpServletRequest request) {
        var accept = accept(request);
        return isOfApi(request.getRequestURI()) || (!by(request) && !takesAny(accept) && !accept.contains("text/*"));
    }

    private static boolean isOfApi(String address) {
        try {
            return API.matches(PathContainer.parsePath(address));
        } catch (IllegalArgumentException e) { // no path at all: /%zz
            return address.startsWith("/api/");
        }
    }

    private static boolean takesAny(String accept) {
        return accept.isEmpty() || accept.contains(MediaType.ALL_VALUE);
    }

    private static String accept(HttpServletRequest request) {
        @Nullable String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept == null ? "" : accept.toLowerCase(Locale.ROOT);
    }
}
