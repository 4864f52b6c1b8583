package io.hourglass.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.access.Callers;
import io.hourglass.kernel.BadInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** What is refused at the door, as problem details (RFC 9457). */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String HOW = "Send a key as X-API-Key, a name and password as HTTP Basic, or a bearer token;"
            + " in a browser sign in at /login.";

    private static final String PARTS =
            "parts that are not empty, . or .., in whatever writing, and hold no control characters";

    private static final RequestMatcher NO_PAGES =
            request -> Stream.of("/api/", "/camunda", "/engine-rest").anyMatch(request.getRequestURI()::startsWith);

    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    /** Nobody is known, or what was to prove it proves nothing. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof LoginThrottle.TooMany tooMany) {
            tooMany(request, response, tooMany.retryAfter().toSeconds());
        } else {
            refuse(request, response, HttpStatus.UNAUTHORIZED, "Who is calling?", HOW);
        }
    }

    /** Somebody is known, but may not do this; a call that needs no form's token has to say who makes it first. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof CsrfException && Callers.current().isEmpty() && API.matches(request)) {
            refuse(request, response, HttpStatus.UNAUTHORIZED, "Who is calling?", HOW);
            return;
        }
        var detail = e instanceof CsrfException
                ? "The form is not ours, or its session is over. Load its page again; a program sends a key instead."
                : "There is no such call, or " + name(request) + " may not make it.";
        if (isForPeople(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value(), detail);
            return;
        }
        refuse(request, response, HttpStatus.FORBIDDEN, "Not allowed", detail);
    }

    /** Somebody is known, but Cockpit's door is closed to this: Cockpit shows a {@code message}, a browser the text. */
    void closed(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
        var detail =
                name(request) + " may not do this here. In Cockpit, at /camunda/app/cockpit/, operations and auditors"
                        + " read; operations have failed jobs tried again, suspend and resume. All else of the engine's is closed.";
        var problem = problem(request, HttpStatus.FORBIDDEN, "Not allowed", detail);
        problem.setProperty("message", detail);
        write(response, problem);
    }

    private static String name(HttpServletRequest request) {
        var caller = request.getUserPrincipal();
        return caller == null ? "nobody" : caller.getName();
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        response.setHeader("Retry-After", Long.toString(seconds));
        refuse(
                request,
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many requests",
                "Nothing has been changed; try again in " + seconds + " s.");
    }

    /** An address that could mean different things to those who read it. */
    void ambiguous(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForPeople(request)) {
            response.sendError(HttpStatus.BAD_REQUEST.value(), "path must be of " + PARTS);
            return;
        }
        var problem = problem(request, HttpStatus.BAD_REQUEST, "Bad address", "The path must be of " + PARTS + ".");
        var value = new BadInput("path", request.getRequestURI(), PARTS).value();
        problem.setProperty("errors", List.of(Map.of("field", "path", "value", value, "rule", PARTS)));
        write(response, problem);
    }

    /** A page is asked for: what is refused is said on one. */
    private static boolean isForPeople(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) && !NO_PAGES.matches(request);
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        write(response, problem(request, status, title, detail));
    }

    private static ProblemDetail problem(HttpServletRequest request, HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        instance(request.getRequestURI()).ifPresent(problem::setInstance);
        return problem;
    }

    private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    /** What was sent as a path need not be one: {@code //}. */
    private static Optional<URI> instance(String sent) {
        try {
            return Optional.of(new URI(sent));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
