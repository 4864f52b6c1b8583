package io.hourglass.web.elements;

import io.hourglass.access.callers.Viewer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
 * Each {@code <time datetime="an instant">} of a page: its title is the whole instant in the reader's zone, with the zone's
 * name. One with {@code data-ago} says how long ago it was, or in how long it will be, if that is within a week.
 */
@Component
class TimeElements extends AbstractProcessorDialect {

    private static final int AFTER_THE_STANDARD_ONES = 5000;

    private final Viewer viewer;
    private final MessageSource messages;
    private final Clock clock;

    TimeElements(Viewer viewer, MessageSource messages, Clock clock) {
        super("Times", null, AFTER_THE_STANDARD_ONES);
        this.viewer = viewer;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Set<IProcessor> getProcessors(@Nullable String prefix) {
        return Set.of(new TimeElement());
    }

    private final class TimeElement extends AbstractElementTagProcessor {

        private static final Duration NEAR = Duration.ofDays(7);

        private TimeElement() {
            super(TemplateMode.HTML, null, "time", false, null, false, AFTER_THE_STANDARD_ONES);
        }

        @Override
        protected void doProcess(
                ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler element) {
            instant(tag.getAttributeValue("datetime")).ifPresent(instant -> {
                element.setAttribute("title", viewer.format().exact(instant) + " " + viewer.zone());
                if (tag.hasAttribute("data-ago")) {
                    element.setBody(nearness(instant), false);
                }
            });
        }

        /** {@code countdown.js} says the same while the page is open. */
        private String nearness(Instant instant) {
            var format = viewer.format();
            var away = Duration.between(clock.instant(), instant);
            if (away.abs().compareTo(NEAR) >= 0) {
                return format.toTheMinute(instant);
            }
            if (away.abs().compareTo(Duration.ofMinutes(1)) < 0) {
                return say("time.now");
            }
            return say(away.isNegative() ? "time.ago" : "time.in", format.spanToTheMinute(away.abs()));
        }

        private String say(String key, Object... values) {
            return messages.getMessage(key, values, LocaleContextHolder.getLocale());
        }

        private static Optional<Instant> instant(@Nullable String written) {
            try {
                return written == null ? Optional.empty() : Optional.of(Instant.parse(written));
            } catch (DateTimeException e) {
                return Optional.empty(); // a date
            }
        }
    }
}
