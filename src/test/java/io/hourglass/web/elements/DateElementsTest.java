package io.hourglass.web.elements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

@DisplayName("A field of a date")
class DateElementsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern FIELD = Pattern.compile("<input\\b[^>]*type=\"date[^>]*>");

    @AfterEach
    void noLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static String page(String template, String value, Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new DateElements(messages));
        LocaleContextHolder.setLocale(locale);
        return engine.process(template, new Context(locale, Map.of("value", value, "zone", "Asia/Shanghai")));
    }

    @ParameterizedTest(name = "{0} {1} in {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "date | 2026-11-30 | en | 30 Nov 2026, Monday",
                "date | 2026-11-30 | zh | 2026年11月30日 星期一",
                "date | 2026-03-04 | en | 4 Mar 2026, Wednesday",
                "date | 2024-02-29 | zh | 2024年2月29日 星期四",
                "datetime-local | 2026-11-30T09:05 | en | 30 Nov 2026, Monday 09:05 · Asia/Shanghai",
                "datetime-local | 2026-11-30T09:05:07.250 | zh | 2026年11月30日 星期一 09:05:07.250 · Asia/Shanghai"
            })
    @DisplayName("has the chosen day behind it in the page's language, with its weekday, and a time with its zone")
    void chosen(String type, String value, String language, String said) {
        var zone = type.equals("date") ? "" : " th:data-zone=\"${zone}\"";
        assertThat(page(
                        "<input id=\"at\" name=\"at\" type=\"" + type + "\" th:value=\"${value}\"" + zone + ">",
                        value,
                        Locale.forLanguageTag(language)))
                .contains("value=\"" + value + "\"")
                .containsPattern(
                        "><output class=\"date\" for=\"at\" data-form=\"[^\"]+\">" + Pattern.quote(said) + "</output>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-02-30", "30.11.2026", "2026-11-30T", "<b>"})
    @DisplayName("says nothing where no day is chosen, or what was typed is none")
    void none(String value) {
        assertThat(page("<input id=\"on\" type=\"date\" th:value=\"${value}\">", value, Locale.ENGLISH))
                .endsWith("></output>");
    }

    @Test
    @DisplayName("says how it is written to a browser that has no such field, and leaves other fields as they are")
    void written() {
        assertThat(page("<input id=\"on\" type=\"date\">", "", Locale.CHINESE)).contains("placeholder=\"2026-11-30\"");
        assertThat(page("<input id=\"on\" type=\"search\">", "", Locale.CHINESE))
                .isEqualTo("<input id=\"on\" type=\"search\">");
    }

    @Test
    @DisplayName(
            "has in each template an id, by which its words belong to it, and if it is of a time the zone in which it is read")
    void inTemplates() throws IOException {
        var fields = new ArrayList<String>();
        try (var files = Files.walk(TEMPLATES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file);
                assertThat(text).as(file.toString()).doesNotContain("th:type=", "type='date");
                FIELD.matcher(text).results().forEach(field -> fields.add(field.group()));
            }
        }
        assertThat(fields)
                .hasSizeGreaterThan(15)
                .allMatch(field -> field.matches(".* (th:)?id=\".*"))
                .allMatch(field -> !field.contains("datetime-local") || field.contains(" th:data-zone=\""));
    }
}
