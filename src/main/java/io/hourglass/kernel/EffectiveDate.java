package io.hourglass.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * From when a version of rules is to be in force: after the last one and after now, so that nothing that has happened is
 * ruled otherwise, and at most a year ahead, so that a date mistyped does not keep further versions away.
 */
public final class EffectiveDate {

    public static final int MAX_DAYS_AHEAD = 366;

    private static final String RULE = " after %s, and at most " + MAX_DAYS_AHEAD + " days ahead: by %s";

    private EffectiveDate() {}

    /**
     * @param last from when the last version is in force
     * @throws BadInput if it comes too early or too late; {@code MAX_DAYS_AHEAD} days after today is in time
     */
    public static void check(String field, LocalDate from, LocalDate last, LocalDate today) {
        var after = last.isAfter(today) ? last : today;
        var by = today.plusDays(MAX_DAYS_AHEAD);
        if (!from.isAfter(after) || from.isAfter(by)) {
            throw new BadInput(field, from, "a date" + RULE.formatted(after, by));
        }
    }

    /** The same to the instant; {@code MAX_DAYS_AHEAD} times 24 hours from now is in time. */
    public static void check(String field, Instant from, Instant last, Instant now) {
        var after = last.isAfter(now) ? last : now;
        var by = now.plus(Duration.ofDays(MAX_DAYS_AHEAD));
        if (!from.isAfter(after) || from.isAfter(by)) {
            throw new BadInput(field, from, "an instant" + RULE.formatted(after, by));
        }
    }
}
