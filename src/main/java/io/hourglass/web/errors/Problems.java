package io.hourglass.web.errors;

import io.hourglass.access.NotAllowed;
import io.hourglass.batch.Overloaded;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every error of the API as a problem detail (RFC 9457). What is our own fault is logged, and not shown. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final long KILOBYTE = 1024;
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail badInput(InvalidInput e) {
        var notSent = e.value().equals("null");
        return broken(List.of(new BrokenField(e.field(), notSent ? null : e.value(), e.rule())));
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed e) {
        return problem(HttpStatus.FORBIDDEN, "Not allowed", e.getMessage() + " Nothing has been changed.");
    }

    @ExceptionHandler
    ProblemDetail notKnown(NotFound e, Locale locale) {
        var problem = problem(HttpStatus.NOT_FOUND, "Not known", e.inWords(locale));
        problem.setProperty("errors", List.of(BrokenField.of(e.what(), e.id(), "known to Hourglass")));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(Refused e) {
        var problem = problem(HttpStatus.CONFLICT, e.title(), e.getMessage() + ". Nothing has been changed.");
        e.said().forEach(problem::setProperty);
        return problem;
    }

    /** Whether the last commit before the failure took effect is not known; what was sent may be sent again. */
    @ExceptionHandler({
        ConcurrencyFailureException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception e) {
        log.warn("The database does not answer: {}", e.toString());
        return later("The database does not answer. Retry the same request later: nothing is taken twice.", "5");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> atOnce(DuplicateKeyException e) {
        log.warn("Two did the same at once: {}", e.toString());
        return later("A concurrent request did the same. Retry it: nothing is taken twice.", "1");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> overloaded(Overloaded e) {
        log.warn("A request was turned away: {}", e.getMessage());
        return later("The server is overloaded. Nothing has been changed; retry the same request later.", "1");
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        log.error("A request failed", e);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", "The request failed; the cause is in the log.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return badRequest(e.getFieldErrors().stream()
                .map(field -> BrokenField.of(
                        field.getField(), field.getRejectedValue(), String.valueOf(field.getDefaultMessage())))
                .sorted(Comparator.comparing(BrokenField::field))
                .toList());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return badRequest(brokenFields(e));
    }

    /** Parameters of an address that are out of bounds. */
    static List<BrokenField> brokenFields(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> BrokenField.of(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), "parameter"),
                                result.getArgument(),
                                String.valueOf(error.getDefaultMessage()))))
                .toList();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return e.getMostSpecificCause() instanceof MaxUploadSizeExceededException tooLong
                ? handleMaxUploadSizeExceededException(tooLong, headers, HttpStatus.PAYLOAD_TOO_LARGE, request)
                : badRequest(List.of(UnreadableBody.because(e.getCause())));
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var detail = "The limit of a request is " + e.getMaxUploadSize() / KILOBYTE + " kB. Nothing has been changed.";
        return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE)
                .body(problem(HttpStatus.PAYLOAD_TOO_LARGE, "Too long", detail));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        return badRequest(
                List.of(BrokenField.of(String.valueOf(name), e.getValue(), Expected.of(e.getRequiredType()))));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return badRequest(List.of(BrokenField.missing(e.getParameterName())));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(problem(HttpStatus.NOT_FOUND, "Not found", "There is no such address."));
    }

    private static ResponseEntity<ProblemDetail> later(String detail, String seconds) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "Service unavailable", detail));
    }

    private static ResponseEntity<Object> badRequest(List<BrokenField> fields) {
        return ResponseEntity.badRequest().body(broken(fields));
    }

    static ProblemDetail broken(List<BrokenField> fields) {
        var detail = fields.size() == 1
                ? fields.get(0).inWords() + "."
                : fields.size() + " fields break a rule, see errors.";
        var problem = problem(HttpStatus.BAD_REQUEST, "Bad input", detail + " Nothing has been changed.");
        problem.setProperty("errors", fields);
        return problem;
    }

    static ProblemDetail problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
