package io.hourglass.web.elements;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Each {@code <input type="date">} or {@code datetime-local} of a page: browsers draw it in their own language, so the chosen
 * day stands behind it in the page's, with its weekday; of a time with the zone in which it is read, which the field names
 * as {@code data-zone}. {@code dates.js} keeps it as the field is. Where a browser has no such field, a placeholder says how
 * a date is written (ADR 63).
 */
@Component
class DateElements extends AbstractProcessorDialect {

    private static final int AFTER_THE_STANDARD_ONES = 5000;

    private final MessageSource messages;

    DateElements(MessageSource messages) {
        super("Dates", null, AFTER_THE_STANDARD_ONES);
        this.messages = messages;
    }

    @Override
    public Set<IProcessor> getProcessors(@Nullable String prefix) {
        return Set.of(new DateField());
    }

    /** How a browser without such fields shows and takes their values. */
    private enum Kind {
        DATE("2026-11-30", "\\d{4}-\\d{2}-\\d{2}"),
        DATETIME("2026-11-30T17:00", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?");

        private final String written;
        private final String pattern;

        Kind(String written, String pattern) {
            this.written = written;
            this.pattern = pattern;
        }

        /** Null of any other field. */
        static @Nullable Kind of(@Nullable String type) {
            return type == null
                    ? null
                    : switch (type) {
                        case "date" -> DATE;
                        case "datetime-local" -> DATETIME;
                        default -> null;
                    };
        }
    }

    private final class DateField extends AbstractElementTagProcessor {

        private DateField() {
            super(TemplateMode.HTML, null, "input", false, null, false, AFTER_THE_STANDARD_ONES);
        }

        @Override
        protected void doProcess(
                ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler element) {
            var kind = Kind.of(tag.getAttributeValue("type"));
            if (kind == null) {
                return;
            }
            element.setAttribute("placeholder", kind.written);
            element.setAttribute("pattern", kind.pattern);
            var zone = tag.getAttributeValue("data-zone");
            var models = context.getModelFactory();
            var said = models.createModel();
            said.add(models.createText("<output class=\"date\" for=\""
                    + Objects.toString(tag.getAttributeValue("id"), "") + "\" data-form=\"" + form() + "\">"
                    + said(tag.getAttributeValue("value"), zone) + "</output>"));
            element.insertImmediatelyAfter(said, false);
        }

        /** Empty where no date is chosen. */
        private String said(@Nullable String value, @Nullable String zone) {
            try {
                if (value == null || value.isEmpty()) {
                    return "";
                }
                var time = value.indexOf('T');
                var day = time < 0
                        ? LocalDate.parse(value)
                        : LocalDateTime.parse(value).toLocalDate();
                var locale = LocaleContextHolder.getLocale();
                var shown = DateTimeFormatter.ofPattern(form(), locale).format(day);
                return (time < 0 ? shown : shown + " " + value.substring(time + 1))
                        + (zone == null ? "" : " · " + zone);
            } catch (DateTimeException e) {
                return ""; // as it was typed, where there is no picker
            }
        }

        /** Of the page's language; {@code dates.js} reads it too. */
        private String form() {
            return messages.getMessage("date.form", null, LocaleContextHolder.getLocale());
        }
    }
}
