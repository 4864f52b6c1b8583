package io.hourglass.access.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** A request that brings proof of who sends it, as programs do and no browser does by itself. */
public final class ProgramsCall {

    /** The header with the secret of an API key. */
    public static final String KEY = "X-API-Key";

    private ProgramsCall() {}

    /** Whether the proof is right is not looked at. */
    public static boolean isOne(HttpServletRequest request) {
        return request.getHeader(KEY) != null || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }
}
