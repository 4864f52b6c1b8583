package io.hourglass.portal.outages;

import io.hourglass.kernel.InvalidInput;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * What a form of the page held.
 *
 * @param outage that is decided on; empty where one is declared
 * @param from by the reader's wall clock, like {@code until}
 * @param mistake the field with the mistake; empty if there is none
 */
record OutageForm(String outage, String from, String until, String reason, String mistake) {

    static final OutageForm EMPTY = new OutageForm("", "", "", "", "");

    static OutageForm ofDecision(long outage, String reason) {
        return new OutageForm(String.valueOf(outage), "", "", reason, "");
    }

    OutageForm wrong(String field) {
        return new OutageForm(outage, from, until, reason, field);
    }

    Instant begin(ZoneId zone) {
        return instant("from", from, zone);
    }

    Instant end(ZoneId zone) {
        return instant("until", until, zone);
    }

    private static Instant instant(String field, String text, ZoneId zone) {
        try {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput(field, text, "a date with a time of day");
        }
    }
}
