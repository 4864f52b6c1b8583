package io.hourglass.portal;

import io.hourglass.group.Overloaded;
import io.hourglass.kernel.BadInput;
import io.hourglass.kernel.NotKnown;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What {@link Problems} is to the API, for pages: what went wrong, and what to do next, in the reader's language. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(annotations = Page.class)
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    @ExceptionHandler
    ModelAndView notKnown(NotKnown e, Locale locale) {
        return failed("NOT_KNOWN", HttpStatus.NOT_FOUND, e.inWords(locale));
    }

    @ExceptionHandler
    ModelAndView badInput(BadInput e) {
        return failed(
                "BAD_INPUT",
                HttpStatus.BAD_REQUEST,
                BrokenField.of(e.field(), e.value(), e.rule()).inWords());
    }

    @ExceptionHandler
    ModelAndView badType(TypeMismatchException e) {
        var expected = Expected.of(e.getRequiredType());
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        var field = BrokenField.of(String.valueOf(name), e.getValue(), expected);
        return failed("BAD_INPUT", HttpStatus.BAD_REQUEST, field.inWords());
    }

    /** A form that is taken as a whole. */
    @ExceptionHandler
    ModelAndView notBound(BindException e) {
        var first = e.getFieldErrors().get(0);
        var rule = first.contains(TypeMismatchException.class)
                ? Expected.of(first.unwrap(TypeMismatchException.class).getRequiredType())
                : String.valueOf(first.getDefaultMessage());
        return failed(
                "BAD_INPUT",
                HttpStatus.BAD_REQUEST,
                BrokenField.of(first.getField(), first.getRejectedValue(), rule).inWords());
    }

    @ExceptionHandler
    ModelAndView leftOut(MissingServletRequestParameterException e) {
        var field = BrokenField.of(e.getParameterName(), null, "given");
        return failed("BAD_INPUT", HttpStatus.BAD_REQUEST, field.inWords());
    }

    @ExceptionHandler
    ModelAndView outOfBounds(HandlerMethodValidationException e) {
        return failed(
                "BAD_INPUT",
                HttpStatus.BAD_REQUEST,
                Problems.brokenFields(e).get(0).inWords());
    }

    @ExceptionHandler({
        ConcurrencyFailureException.class,
        DuplicateKeyException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        TransactionException.class,
        Overloaded.class
    })
    ModelAndView notNow(Exception e) {
        log.warn("A page could not be answered: {}", e.toString());
        return failed("LATER", HttpStatus.SERVICE_UNAVAILABLE, "");
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception e) {
        log.error("A page failed", e);
        return failed("OUR_FAULT", HttpStatus.INTERNAL_SERVER_ERROR, "");
    }

    private static ModelAndView failed(String why, HttpStatus status, String about) {
        return new ModelAndView("failed", Map.of("why", why, "about", about), status);
    }
}
