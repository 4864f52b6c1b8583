package io.hourglass.access.proofs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hourglass.access.accounts.SampleProgress.Loaded;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.pages.PageWanted;
import io.hourglass.access.pages.PlainPage;
import io.hourglass.access.pages.RefusalPage;
import io.hourglass.access.pages.RefusalPage.Why;
import io.hourglass.kernel.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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

/** Answers to refused requests: to a program as problem details (RFC 9457), to a person on a page. */
@Component
@ConditionalOnWebApplication
public class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String HOW = "Send a key as X-API-Key, a name and password as HTTP Basic, or a bearer token;"
            + " in a browser sign in at /login.";

    private static final String PARTS =
            "parts that are not empty, . or .., in whatever writing, and hold no control characters";

    private static final String NOT_ALLOWED = "Not allowed";
    private static final String OLD_FORM =
            "The form is not ours, or its session is over. Load its page again; a program sends a key instead.";

    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");

    private final ObjectMapper json;
    private final RefusalPage page;

    Refusals(ObjectMapper json, RefusalPage page) {
        this.json = json;
        this.page = page;
    }

    /** Nobody is known, or what was to prove it proves nothing. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof LoginThrottle.RateLimited tooMany) {
            tooMany(request, response, tooMany.retryAfter().toSeconds());
        } else {
            nobody(request, response);
        }
    }

    private void nobody(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(request, response, Why.SIGN_IN, "", "Who is calling?", HOW);
    }

    /**
     * Somebody is known, but may not do this, or a form's session is over; a call that needs no form's token has to say who
     * makes it first.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (!(e instanceof CsrfException)) {
            var detail = "There is no such call, or " + name() + " may not make it.";
            refuse(request, response, Why.FORBIDDEN, name(), NOT_ALLOWED, detail);
        } else if (Callers.current().isPresent()) {
            refuse(request, response, Why.OLD_FORM, name(), NOT_ALLOWED, OLD_FORM);
        } else if (API.matches(request)) {
            nobody(request, response);
        } else {
            refuse(request, response, Why.SESSION_OVER, "", NOT_ALLOWED, OLD_FORM);
        }
    }

    /** Authenticated, but not allowed in Cockpit, which shows the {@code message}. */
    public void closed(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (PageWanted.by(request)) {
            page.show(request, response, Why.FORBIDDEN, name());
            return;
        }
        var detail = name() + " may not do this here. In Cockpit, at /camunda/app/cockpit/, operations and auditors"
                + " read; operations have failed jobs tried again, suspend and resume. All else of the engine's is closed.";
        var problem = problem(request, HttpStatus.FORBIDDEN, NOT_ALLOWED, detail);
        problem.setProperty("message", detail);
        write(response, problem);
    }

    private static String name() {
        return Callers.current().map(Caller::name).orElse("nobody");
    }

    public void tooMany(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        response.setHeader("Retry-After", Long.toString(seconds));
        refuse(
                request,
                response,
                Why.TOO_MANY,
                Long.toString(seconds),
                "Too many requests",
                "Nothing has been changed; try again in " + seconds + " s.");
    }

    /** The sample is being loaded: to a person on a page that needs neither the database nor a clock. */
    public void loading(HttpServletRequest request, HttpServletResponse response, Loaded loaded) throws IOException {
        var status = HttpStatus.SERVICE_UNAVAILABLE;
        if (PageWanted.by(request)) {
            response.setStatus(status.value());
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter()
                    .write(PlainPage.saying(request, "LOADING", loaded.events(), loaded.of(), loaded.secondsLeft()));
        } else {
            var detail =
                    "The sample marketplace is being loaded: %d of %d events, about %d s left. Nothing has been changed."
                            .formatted(loaded.events(), loaded.of(), loaded.secondsLeft());
            write(response, problem(request, status, "Not open yet", detail));
        }
    }

    /** An address that could mean different things to those who read it. */
    public void ambiguous(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (PageWanted.by(request)) {
            page.show(request, response, Why.BAD_ADDRESS, "");
            return;
        }
        var problem = problem(request, HttpStatus.BAD_REQUEST, "Bad address", "The path must be of " + PARTS + ".");
        var value = new InvalidInput("path", request.getRequestURI(), PARTS).value();
        problem.setProperty("errors", List.of(Map.of("field", "path", "value", value, "rule", PARTS)));
        write(response, problem);
    }

    /** @param about what the words of the page name */
    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            Why why,
            String about,
            String title,
            String detail)
            throws IOException {
        if (PageWanted.by(request)) {
            page.show(request, response, why, about);
        } else {
            write(response, problem(request, why.status(), title, detail));
        }
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
