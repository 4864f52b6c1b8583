package io.hourglass.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * English and Chinese: by {@code ?lang=}, or else what was last chosen in this browser, or else by Accept-Language. What
 * was chosen is kept in a cookie, so that it outlasts the session; but only beside one, as buyers' pages know no cookie.
 */
@Configuration
class Languages implements WebMvcConfigurer {

    static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.CHINESE);
    private static final String CHOSEN = "lang";

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new ByChoiceOrHeader();
        resolver.setSupportedLocales(SUPPORTED);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KeptChoice());
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return named(request.getParameter(CHOSEN));
    }

    private static Optional<Locale> named(@Nullable String language) {
        return SUPPORTED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static final class KeptChoice implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getSession(false) != null) {
                asked(request).ifPresent(locale -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, locale)));
            }
            return true;
        }

        private static String cookie(HttpServletRequest request, Locale locale) {
            return ResponseCookie.from(CHOSEN, locale.getLanguage())
                    .path("/")
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build()
                    .toString();
        }
    }

    private static final class ByChoiceOrHeader extends AcceptHeaderLocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return asked(request).or(() -> chosen(request)).orElseGet(() -> super.resolveLocale(request));
        }

        private static Optional<Locale> chosen(HttpServletRequest request) {
            var cookie = WebUtils.getCookie(request, CHOSEN);
            return cookie == null ? Optional.empty() : named(cookie.getValue());
        }
    }
}
