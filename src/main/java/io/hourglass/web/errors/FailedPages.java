package io.hourglass.web.errors;

import io.hourglass.access.pages.RefusalPage;
import io.hourglass.kernel.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
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

    private static final String TEMPLATE = "failed";

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
