package io.hourglass.rate.numbers;

import io.hourglass.kernel.time.SpanFormat;
import io.hourglass.sla.days.DayCalendar;
import io.hourglass.sla.days.DayRules;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the policy in force says of the figures, as it stands within sentences. Templates know it as {@code @terms}. */
@Component("terms")
public class TermsInForce {

    private final DayCalendar days;
    private final MessageSource messages;
    private final Clock clock;

    TermsInForce(DayCalendar days, MessageSource messages, Clock clock) {
        this.days = days;
        this.messages = messages;
        this.clock = clock;
    }

    /** The time to answer in the reader's language: three days. */
    public String replyWithin() {
        return replyWithin(LocaleContextHolder.getLocale());
    }

    public String replyWithin(Locale locale) {
        var within = inForce().deadlineWithin();
        return within.equals(Duration.ofDays(within.toDays()))
                ? days((int) within.toDays(), locale)
                : SpanFormat.of(within, locale);
    }

    /** How long the window of a published number is: thirty days. */
    public String window() {
        return days(inForce().rateWindowDays(), LocaleContextHolder.getLocale());
    }

    /** So many days, in words as far as people write them so. */
    public String days(int count) {
        return days(count, LocaleContextHolder.getLocale());
    }

    private String days(int count, Locale locale) {
        return messages.getMessage("terms.days", new Object[] {count}, locale);
    }

    private DayRules inForce() {
        return days.versionOn(days.dayOf(clock.instant()));
    }
}
