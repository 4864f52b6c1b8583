package io.hourglass.portal.outages;

import io.hourglass.portal.WallTime;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a form of the page held.
 *
 * @param outage that is decided on; empty where one is declared
 * @param from by the reader's wall clock, like {@code until}
 * @param mistake the field with the mistake; empty if there is none
 */
record OutageForm(String outage, String from, String until, String reason, String mistake) {

    private static final String RULE = "a date with a time of day";

    static final OutageForm EMPTY = new OutageForm("", "", "", "", "");

    static OutageForm ofDecision(long outage, String reason) {
        return new OutageForm(String.valueOf(outage), "", "", reason, "");
    }

    OutageForm wrong(String field) {
        return new OutageForm(outage, from, until, reason, field);
    }

    Instant begin(ZoneId zone) {
        return WallTime.read("from", from, zone, RULE);
    }

    Instant end(ZoneId zone) {
        return WallTime.read("until", until, zone, RULE);
    }
}
