package io.hourglass.web.errors;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.pages.RefusalPage;
import io.hourglass.kernel.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The page that says what went wrong, what to do next, and what the reader had typed ({@link Unsent}). */
@Component
@ConditionalOnWebApplication
class FailedPages implements RefusalPage {

    private static final Logger log = LoggerFactory.getLogger(FailedPages.class);
    private static final String TEMPLATE = "failed";
    private static final int DIGITS_OF_REFERENCE = 8;

    /** The words for what nothing more is known of than its status. */
    private static final Map<HttpStatus, Why> WORDS = Map.of(
            HttpStatus.BAD_REQUEST, Why.BAD_ADDRESS,
            HttpStatus.UNAUTHORIZED, Why.SIGN_IN,
            HttpStatus.FORBIDDEN, Why.FORBIDDEN,
            HttpStatus.METHOD_NOT_ALLOWED, Why.NOT_TAKEN,
            HttpStatus.NOT_ACCEPTABLE, Why.NOT_TAKEN,
            HttpStatus.REQUEST_TIMEOUT, Why.TOO_SLOW,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, Why.NOT_TAKEN,
            HttpStatus.SERVICE_UNAVAILABLE, Why.LATER);

    private final ThymeleafViewResolver views;
    private final LocaleResolver locales;

    FailedPages(ThymeleafViewResolver views, LocaleResolver locales) {
        this.views = views;
        this.locales = locales;
    }

    /** @param why the name of its words, of which {@code about} is the argument */
    static ModelAndView failed(String why, HttpStatus status, String about) {
        return new ModelAndView(TEMPLATE, Map.of("why", why, "about", about), status);
    }

    /** Of what is known by its status alone. */
    static ModelAndView failed(HttpStatus status) {
        var why = WORDS.getOrDefault(status, Why.NOWHERE);
        return failed(why.name(), status, why == Why.FORBIDDEN ? reader() : "");
    }

    /** The name of the reader who may not do it. */
    static String reader() {
        return Callers.current().map(Caller::name).orElse("–");
    }

    /**
     * A fault of ours. The page has a reference, by which the cause is found in the log.
     *
     * @param cause null if it is not known
     */
    static ModelAndView ourFault(@Nullable Throwable cause) {
        var reference = UUID.randomUUID().toString().substring(0, DIGITS_OF_REFERENCE);
        log.error("A page failed, reference {}", reference, cause);
        return failed(Why.OUR_FAULT.name(), HttpStatus.INTERNAL_SERVER_ERROR, reference);
    }

    @Override
    public void show(HttpServletRequest request, HttpServletResponse response, InvalidInput why) throws IOException {
        var broken = BrokenField.of(why.field(), why.value(), why.rule());
        show(request, response, Why.BAD_INPUT, RuleWords.of(broken, locales.resolveLocale(request)));
    }

    /** What was written of another answer is left out; one that has begun to be sent stays as it is. */
    @Override
    public void show(HttpServletRequest request, HttpServletResponse response, Why why, String about)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(why.status().value());
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        var before = RequestContextHolder.getRequestAttributes();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
        try {
            var view = views.resolveViewName(TEMPLATE, locales.resolveLocale(request));
            if (view == null) {
                throw new IllegalStateException("no template " + TEMPLATE);
            }
            view.render(Map.of("why", why.name(), "about", about), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            RequestContextHolder.setRequestAttributes(before);
        }
    }
}
