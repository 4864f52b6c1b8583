package io.hourglass.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleContextResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * English and Chinese: by {@code ?lang=}, or else what was last chosen in this browser, or else what the person has set, or
 * else by Accept-Language. What was chosen is kept in a cookie, so that it outlasts the session; but only beside one, as
 * buyers' pages know no cookie. The zone is what the person has set, or none.
 */
@Configuration
class Languages implements WebMvcConfigurer {

    static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.CHINESE);
    private static final String CHOSEN = "lang";

    private final ViewerSettings settings;

    Languages(ViewerSettings settings) {
        this.settings = settings;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new ByChoiceOrHeader(settings);
        resolver.setSupportedLocales(SUPPORTED);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(settings).excludePathPatterns("/api/**");
        registry.addInterceptor(new KeptChoice());
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return named(request.getParameter(CHOSEN));
    }

    /** One of those that there are. */
    static Optional<Locale> named(@Nullable String language) {
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

    private static final class ByChoiceOrHeader extends AcceptHeaderLocaleResolver implements LocaleContextResolver {

        private final ViewerSettings settings;

        private ByChoiceOrHeader(ViewerSettings settings) {
            this.settings = settings;
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return asked(request)
                    .or(() -> chosen(request))
                    .or(() -> named(settings.of(request).language()))
                    .orElseGet(() -> super.resolveLocale(request));
        }

        /** Looked up when it is asked for: what the person has set is known by then. */
        @Override
        public LocaleContext resolveLocaleContext(HttpServletRequest request) {
            return new TimeZoneAwareLocaleContext() {

                @Override
                public Locale getLocale() {
                    return resolveLocale(request);
                }

                @Override
                public @Nullable TimeZone getTimeZone() {
                    return zone(settings.of(request).zone());
                }
            };
        }

        @Override
        public void setLocaleContext(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable LocaleContext context) {
            throw new UnsupportedOperationException("a choice is kept by the address that takes it");
        }

        private static @Nullable TimeZone zone(@Nullable ZoneId zone) {
            return zone == null ? null : TimeZone.getTimeZone(zone);
        }

        private static Optional<Locale> chosen(HttpServletRequest request) {
            var cookie = WebUtils.getCookie(request, CHOSEN);
            return cookie == null ? Optional.empty() : named(cookie.getValue());
        }
    }
}
