package io.hourglass.web.errors;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.pages.SentForm;
import io.hourglass.access.pages.SentForm.Field;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The form that the present request sent and that was not taken, to be looked at and sent again. Passwords are typed again.
 * Templates know it as {@code @unsent}.
 */
@Component("unsent")
public class Unsent {

    /** Pages to which links lead that need no sign-in. */
    private static final List<String> LINKED = List.of("/alternatives/", "/mail/");

    private static final String TOKEN = "_csrf";
    private static final Set<String> NOT_SHOWN = Set.of(TOKEN, "form", "id", "back", "seen", "copyOf");
    private static final Set<String> PASSWORDS = Set.of("password", "current", "next");

    /** Where a password is given twice. */
    static final String REPEATED = "again";

    private final SentWords words;

    Unsent(SentWords words) {
        this.words = words;
    }

    /** How a field is shown again. */
    public enum Look {
        TYPED,
        CHOSEN,
        NOT_SHOWN,
        PASSWORD
    }

    /**
     * @param label in words
     * @param value as it was sent; empty for a password
     * @param shown in words, if it was chosen from what the form offered
     */
    public record Line(String name, String label, String value, String shown, Look look) {

        /** A text area leaves out a first line break. */
        public String text() {
            return value.startsWith("\n") || value.startsWith("\r") ? "\n" + value : value;
        }

        /** Of the text area that holds it. */
        public long rows() {
            return Math.min(12, Math.max(2, value.lines().count() + value.length() / 80));
        }
    }

    /**
     * @param address to which it was sent, with all that was asked of it
     * @param lines may be none
     */
    public record Again(String address, List<Line> lines) {

        /** Whether there is anything to be read in it. */
        public boolean isShown() {
            return lines.stream().anyMatch(line -> line.look() != Look.NOT_SHOWN);
        }
    }

    /** Null if the present request sent no form of ours. */
    public @Nullable Again again() {
        var request = request();
        var path = path(request);
        if (!SentForm.isOne(request) || !path.startsWith("/") || path.startsWith("//")) {
            return null;
        }
        var fields = SentForm.of(request);
        var query = request.getQueryString();
        return new Again(query == null ? path : path + "?" + query, lines(fields, request));
    }

    /** Whether the reader has a start page to go to: buyers with a link have not. */
    public boolean hasStart() {
        return Callers.current().isPresent() || LINKED.stream().noneMatch(path(request())::startsWith);
    }

    /** The page of ours that led here, by its address from the root on; null if none did, as the browser says. */
    public @Nullable String back() {
        var request = request();
        try {
            @Nullable String sent = request.getHeader(HttpHeaders.REFERER);
            var from = URI.create(sent == null ? "" : sent);
            var path = String.valueOf(from.getRawPath());
            var isOurs = Objects.equals(from.getRawAuthority(), request.getHeader(HttpHeaders.HOST));
            var isThis = path.equals(path(request)) && !SentForm.isOne(request);
            if (!isOurs || !path.startsWith("/") || path.startsWith("//") || path.equals("/login") || isThis) {
                return null;
            }
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException e) { // no address
            return null;
        }
    }

    private List<Line> lines(List<Field> fields, HttpServletRequest request) {
        var locale = RequestContextUtils.getLocale(request);
        var secret = fields.stream().anyMatch(field -> PASSWORDS.contains(field.name()));
        var hasToken = request.getAttribute(CsrfToken.class.getName()) != null; // the form gets one by itself then
        var lines = new ArrayList<Line>();
        for (var field : fields) {
            if (!(hasToken && field.name().equals(TOKEN))) {
                lines.add(
                        secret && isSecret(field.name())
                                ? password(field, locale)
                                : line(field, path(request), locale));
            }
        }
        return lines;
    }

    private static boolean isSecret(String name) {
        return PASSWORDS.contains(name) || name.equals(REPEATED);
    }

    private Line password(Field field, Locale locale) {
        return new Line(field.name(), words.password(field.name(), locale), "", "", Look.PASSWORD);
    }

    private Line line(Field field, String path, Locale locale) {
        var name = field.name();
        var chosen = words.chosen(path, name, field.value(), locale);
        var look = NOT_SHOWN.contains(name) ? Look.NOT_SHOWN : chosen.isEmpty() ? Look.TYPED : Look.CHOSEN;
        return new Line(name, words.label(path, name, locale), field.value(), chosen, look);
    }

    /** As it was sent, also where the container has led on to the page of its errors. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String sent
                ? sent
                : request.getRequestURI();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
