package io.hourglass.access.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** A request that brings proof of who sends it, as programs do and no browser does by itself. */
public final class ProgramsCall {

    /** The header with the secret of an API key. */
    public static final String KEY = "X-API-Key";

    /** As which a key may stand in the header Authorization, where a program sets no header of its own. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(hg_[\\w-]+) *");

    private ProgramsCall() {}

    /** The key that it brings, right or wrong; empty if none. */
    public static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(KEY))
                .or(() -> Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                        .map(BEARER::matcher)
                        .filter(Matcher::matches)
                        .map(found -> found.group(1)));
    }

    /** Whether the proof is right is not looked at. */
    public static boolean isOne(HttpServletRequest request) {
        return request.getHeader(KEY) != null || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
