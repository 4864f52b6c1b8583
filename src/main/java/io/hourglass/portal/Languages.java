package io.hourglass.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** English and Chinese: by {@code ?lang=}, or else what was last chosen in this session, or else by Accept-Language. */
@Configuration
class Languages {

    static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.CHINESE);
    private static final String CHOSEN = Languages.class.getName();

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new ByChoiceOrHeader();
        resolver.setSupportedLocales(SUPPORTED);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    private static Optional<Locale> named(@Nullable String language) {
        return SUPPORTED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static final class ByChoiceOrHeader extends AcceptHeaderLocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            var session = request.getSession(false); // never one for this alone: buyers' pages know no cookie
            var asked = named(request.getParameter("lang"));
            if (session == null) {
                return asked.orElseGet(() -> super.resolveLocale(request));
            }
            asked.ifPresent(locale -> session.setAttribute(CHOSEN, locale));
            return session.getAttribute(CHOSEN) instanceof Locale chosen ? chosen : super.resolveLocale(request);
        }
    }
}
