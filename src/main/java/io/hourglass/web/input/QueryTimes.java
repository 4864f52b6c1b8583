package io.hourglass.web.input;

import io.hourglass.kernel.time.IsoInstant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Dates and instants in query parameters and bodies: ISO 8601 alone, of years that a calendar of business can hold. */
@Configuration
class QueryTimes implements WebMvcConfigurer {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, QueryTimes::date);
        registry.addConverter(String.class, Instant.class, QueryTimes::instant);
    }

    static LocalDate date(String text) {
        return inRange(LocalDate.parse(text));
    }

    /** On a wall clock: which zone's, the page says. */
    static LocalDateTime dateTime(String text) {
        var local = LocalDateTime.parse(text);
        inRange(local.toLocalDate());
        return local;
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("out of range");
        }
        return date;
    }

    static Instant instant(String text) {
        return IsoInstant.parse(text);
    }
}
