package io.hourglass.messages.rules;

import io.hourglass.kernel.InvalidInput;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What messages keep to, as data. All spans are elapsed time.
 *
 * @param firstReminderBefore how long before the target is reminded of a reply that is owed
 * @param lastReminderBefore the same, for the last time
 * @param closeOverdueAfter how long after its instant a day's close that is not done is told
 * @param retryFor for how long a message is sent again that did not arrive
 * @param disableAfter after how long a webhook is disabled at which nothing arrives
 */
public record MessageRules(
        Duration firstReminderBefore,
        Duration lastReminderBefore,
        Duration closeOverdueAfter,
        Duration retryFor,
        Duration disableAfter) {

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(30);

    /** @throws InvalidInput if a span is not one minute to 720 hours, or the last reminder comes before the first */
    public MessageRules {
        check("firstReminderBefore", firstReminderBefore);
        check("lastReminderBefore", lastReminderBefore);
        check("closeOverdueAfter", closeOverdueAfter);
        check("retryFor", retryFor);
        check("disableAfter", disableAfter);
        if (lastReminderBefore.compareTo(firstReminderBefore) > 0) {
            throw new InvalidInput("lastReminderBefore", lastReminderBefore, "no longer than firstReminderBefore");
        }
    }

    /** How long before the target is reminded, the longest first; each once. */
    public List<Duration> reminders() {
        return Stream.of(firstReminderBefore, lastReminderBefore).distinct().toList();
    }

    private static void check(String field, Duration span) {
        if (span.compareTo(LEAST) < 0 || span.compareTo(MOST) > 0) {
            throw new InvalidInput(field, span, "PT1M to PT720H");
        }
    }
}
