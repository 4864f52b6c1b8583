package io.hourglass.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address at which there is nothing: people are told on a page, programs by a problem. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice
class Nowhere {

    @ExceptionHandler
    Object nothing(NoResourceFoundException e, HttpServletRequest request) {
        if (ErrorAddress.asksForAPage(request) && !e.getResourcePath().startsWith("api/")) {
            var about = request.getRequestURI();
            return new ModelAndView("failed", Map.of("why", "NOT_KNOWN", "about", about), HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(Problems.problem(HttpStatus.NOT_FOUND, "Not found", "There is nothing at this address."));
    }
}
