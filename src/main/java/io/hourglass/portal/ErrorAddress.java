package io.hourglass.portal;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the container refuses before any of our code sees it is a problem detail too. */
@Hidden
@Controller
class ErrorAddress implements ErrorController {

    private static final Map<HttpStatus, String> PAGES = Map.of(
            HttpStatus.BAD_REQUEST, "BAD_INPUT",
            HttpStatus.FORBIDDEN, "NOT_ALLOWED",
            HttpStatus.NOT_FOUND, "NOT_KNOWN",
            HttpStatus.PAYLOAD_TOO_LARGE, "TOO_LONG");

    /** To a browser what could not be read is said on a page. */
    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        var status = statusOf(request);
        var why = PAGES.get(status);
        return why != null && asksForAPage(request)
                ? new ModelAndView("failed", Map.of("why", why, "about", about(request)), status)
                : problem(request, status);
    }

    /** Browsers do. */
    static boolean asksForAPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String about(HttpServletRequest request) {
        var about = statusOf(request) == HttpStatus.NOT_FOUND
                ? RequestDispatcher.ERROR_REQUEST_URI
                : RequestDispatcher.ERROR_MESSAGE;
        return String.valueOf(request.getAttribute(about));
    }

    private static ResponseEntity<ProblemDetail> problem(HttpServletRequest request, HttpStatus status) {
        var problem = ProblemDetail.forStatus(status);
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked) {
            problem.setProperty("path", asked);
        }
        return ResponseEntity.of(problem).build();
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
