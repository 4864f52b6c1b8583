package io.hourglass.web.errors;

import io.hourglass.access.NotAllowed;
import io.hourglass.access.pages.PageWanted;
import io.hourglass.batch.Overloaded;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.Refused;
import io.hourglass.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What {@link Problems} is to programs, for people: what went wrong, and what to do next, in the reader's language. A page
 * answers with a page, but to a program that takes none; any other address but a call's does where a person asks. What has
 * been sent in part already, to people or to programs, breaks off.
 */
@Component
class PageErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);

    private static final List<Kind<?>> KINDS = List.of(
            kind(NotFound.class, "NOT_KNOWN", HttpStatus.NOT_FOUND, (e, locale) -> e.onPage(locale)
                    .sentence()),
            kind(NotAllowed.class, "FORBIDDEN", HttpStatus.FORBIDDEN, (e, locale) -> FailedPages.reader()),
            kind(InvalidInput.class, e -> BrokenField.of(e.field(), e.value(), e.rule())),
            kind(TypeMismatchException.class, PageErrors::badType),
            kind(BindException.class, PageErrors::notBound),
            kind(MissingServletRequestParameterException.class, e -> BrokenField.missing(e.getParameterName())),
            kind(HandlerMethodValidationException.class, e -> Problems.brokenFields(e)
                    .get(0)),
            kind(Refused.class, "CONFLICT", HttpStatus.CONFLICT),
            kind(ConcurrencyFailureException.class, "LATER", HttpStatus.SERVICE_UNAVAILABLE),
            kind(DuplicateKeyException.class, "LATER", HttpStatus.SERVICE_UNAVAILABLE),
            kind(DataAccessResourceFailureException.class, "LATER", HttpStatus.SERVICE_UNAVAILABLE),
            kind(QueryTimeoutException.class, "LATER", HttpStatus.SERVICE_UNAVAILABLE),
            kind(TransactionException.class, "LATER", HttpStatus.SERVICE_UNAVAILABLE),
            kind(Overloaded.class, "LATER", HttpStatus.SERVICE_UNAVAILABLE));

    /**
     * @param why the name of its words
     * @param about what they name
     */
    private record Kind<E extends Exception>(
            Class<E> type, String why, HttpStatus status, BiFunction<E, Locale, String> about) {

        ModelAndView page(Exception e, Locale locale) {
            return FailedPages.failed(why, status, about.apply(type.cast(e), locale));
        }
    }

    private static <E extends Exception> Kind<E> kind(
            Class<E> type, String why, HttpStatus status, BiFunction<E, Locale, String> about) {
        return new Kind<>(type, why, status, about);
    }

    private static <E extends Exception> Kind<E> kind(Class<E> type, String why, HttpStatus status) {
        return kind(type, why, status, (e, locale) -> "");
    }

    private static <E extends Exception> Kind<E> kind(Class<E> type, Function<E, BrokenField> broken) {
        return kind(type, "BAD_INPUT", HttpStatus.BAD_REQUEST, (e, locale) -> RuleWords.of(broken.apply(e), locale));
    }

    /** Before the one that answers with problem details. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (response.isCommitted() && response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
            throw new IllegalStateException("An answer broke off", e); // nothing may follow: the container cuts it off
        }
        if (isPage(handler) ? PageWanted.isRuledOutBy(request) : !PageWanted.by(request)) {
            return null;
        }
        return handlesItself(handler, e) ? null : page(e, RequestContextUtils.getLocale(request));
    }

    private static boolean isPage(@Nullable Object handler) {
        return handler instanceof HandlerMethod method
                && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Page.class);
    }

    private static boolean handlesItself(@Nullable Object handler, Exception e) {
        return handler instanceof HandlerMethod method
                && new ExceptionHandlerMethodResolver(method.getBeanType()).resolveMethod(e) != null;
    }

    private static ModelAndView page(Exception e, Locale locale) {
        var kind = KINDS.stream().filter(one -> one.type().isInstance(e)).findFirst();
        if (kind.isPresent()) {
            if (kind.get().status().is5xxServerError()) {
                log.warn("A page could not be answered: {}", e.toString());
            }
            var page = kind.get().page(e, locale);
            return e instanceof NotFound unknown
                    ? page.addObject("sought", unknown.onPage(locale).id())
                    : page;
        }
        if (e instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            var status = Objects.requireNonNull(
                    HttpStatus.resolve(refused.getStatusCode().value()));
            return FailedPages.failed(status);
        }
        return FailedPages.ourFault(e);
    }

    private static BrokenField badType(TypeMismatchException e) {
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : e.getPropertyName();
        return BrokenField.of(String.valueOf(name), e.getValue(), Expected.of(e.getRequiredType()));
    }

    /** A form that is taken as a whole. */
    private static BrokenField notBound(BindException e) {
        var first = e.getFieldErrors().get(0);
        var rule = first.contains(TypeMismatchException.class)
                ? Expected.of(first.unwrap(TypeMismatchException.class).getRequiredType())
                : String.valueOf(first.getDefaultMessage());
        return BrokenField.of(first.getField(), first.getRejectedValue(), rule);
    }
}
