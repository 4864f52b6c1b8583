package io.hourglass.web.errors;

import io.hourglass.access.pages.PageWanted;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the container refuses before any of our code sees it, or fails after: a page for a person, else a problem detail. */
@Hidden
@Controller
class ErrorAddress implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        var status = statusOf(request);
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var address = asked instanceof String path ? path : request.getRequestURI();
        return PageWanted.by(request, address) ? page(request, status) : problem(asked, status);
    }

    private static ModelAndView page(HttpServletRequest request, HttpStatus status) {
        if (!status.is5xxServerError() || status == HttpStatus.SERVICE_UNAVAILABLE) {
            return FailedPages.failed(status);
        }
        return FailedPages.ourFault(
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause ? cause : null);
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
