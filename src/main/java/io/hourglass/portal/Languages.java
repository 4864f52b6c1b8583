package io.hourglass.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** English and Chinese: by {@code ?lang=}, or else by Accept-Language. */
@Configuration
class Languages {

    static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.CHINESE);

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new ByParameterOrHeader();
        resolver.setSupportedLocales(SUPPORTED);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    private static final class ByParameterOrHeader extends AcceptHeaderLocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            var asked = request.getParameter("lang");
            return SUPPORTED.stream()
                    .filter(locale -> locale.getLanguage().equals(asked))
                    .findFirst()
                    .orElseGet(() -> super.resolveLocale(request));
        }
    }
}
