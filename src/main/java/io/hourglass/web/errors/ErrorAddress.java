package io.hourglass.web.errors;

import io.hourglass.access.pages.PageWanted;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container refuses before any of our code sees it, or fails after: a page for a person, else a problem detail. */
@Hidden
@Controller
class ErrorAddress implements ErrorController {

    private static final Map<HttpStatus, String> PAGES = Map.of(
            HttpStatus.BAD_REQUEST, "BAD_ADDRESS",
            HttpStatus.FORBIDDEN, "FORBIDDEN",
            HttpStatus.SERVICE_UNAVAILABLE, "LATER");

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        var status = statusOf(request);
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var address = asked instanceof String path ? path : request.getRequestURI();
        return PageWanted.by(request, address) ? FailedPages.failed(why(status), status, "") : problem(asked, status);
    }

    private static String why(HttpStatus status) {
        return PAGES.getOrDefault(status, status.is5xxServerError() ? "OUR_FAULT" : "NOWHERE");
    }

    private static ResponseEntity<ProblemDetail> problem(@Nullable Object asked, HttpStatus status) {
        var problem = ProblemDetail.forStatus(status);
        if (asked instanceof String path) {
            problem.setProperty("path", path);
        }
        return ResponseEntity.of(problem).build();
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
