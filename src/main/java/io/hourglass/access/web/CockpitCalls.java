package io.hourglass.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The allowed calls of Cockpit, by method and path as the server reads them: what reads, and the few acts that
 * leave every process its way. What is listed nowhere here is refused, so that nothing new of the engine's is open by
 * itself: its other applications, deployments, starts, messages, variables, users and rights among it.
 */
final class CockpitCalls {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern READ = Pattern.compile("/camunda/(?:favicon\\.ico|api/admin/auth/user/default"
            + "|(?:app/cockpit|api/cockpit|api/engine|assets|lib)(?:/.*)?)");

    /** Queries that are too long for an address, and Cockpit's own sign-out, which reaches no session of ours. */
    private static final Pattern POSTED = Pattern.compile("/camunda/api/(?:admin/auth/user/default/logout"
            + "|cockpit/plugin/base/default/(?:process-instance|process-definition|incident)"
            + "(?:/count|/statistics|/statistics-count|/[\\w:.-]+/called-process-(?:instances|definitions))?"
            + "|engine/engine/default/(?:history/(?:process-instance|activity-instance|task|variable-instance|detail|job-log)"
            + "|process-instance|execution|variable-instance|task|job|job-definition|external-task)(?:/count)?)");

    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    private static final Pattern SUSPENDED =
            Pattern.compile(ENGINE + "(?:process-definition|process-instance)(?:/key/[\\w.-]+|/[\\w:.-]+)?/suspended");

    private static final Pattern RETRIES = Pattern.compile(ENGINE + "(?:job|job-definition)/[\\w:.-]+/retries");

    private CockpitCalls() {}

    /** Whether it changes nothing. */
    static boolean reads(HttpServletRequest call) {
        var path = path(call);
        return READING.contains(call.getMethod())
                ? READ.matcher(path).matches()
                : call.getMethod().equals("POST") && POSTED.matcher(path).matches() && isPlain(call);
    }

    /** Whether it suspends, resumes or has something tried again. */
    static boolean acts(HttpServletRequest call) {
        var path = path(call);
        return call.getMethod().equals("PUT")
                && (SUSPENDED.matcher(path).matches() || RETRIES.matcher(path).matches())
                && isPlain(call);
    }

    /** What the engine's servlet reads: decoded, and without what stands behind a semicolon. */
    private static String path(HttpServletRequest call) {
        var inside = call.getPathInfo();
        return inside == null ? call.getServletPath() : call.getServletPath() + inside;
    }

    /** Whether nothing in the address could be read in two ways. */
    private static boolean isPlain(HttpServletRequest call) {
        return call.getRequestURI().indexOf(';') < 0;
    }
}
