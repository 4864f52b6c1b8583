package io.hourglass.inquiry.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Days, closes and windows of the {@link PlainReading}, from the zone's own list of clock changes. */
final class PlainCalendar {

    private PlainCalendar() {}

    static LocalDate dayOf(CaseFile inquiry) {
        return receiptOf(inquiry).toLocalDate();
    }

    static Instant closeOf(CaseFile inquiry) {
        var fifthMidnight = dayOf(inquiry).plusDays(5).atTime(0, 0);
        var zone = inquiry.policy().zone();
        var change = zone.getRules().getTransition(fifthMidnight);
        return change != null && change.isGap() ? change.getInstant() : earliest(fifthMidnight, zone);
    }

    static Instant windowEndOf(CaseFile inquiry) {
        var thirdDay = receiptOf(inquiry).plusDays(3);
        var zone = inquiry.policy().zone();
        var change = zone.getRules().getTransition(thirdDay);
        return change != null && change.isGap()
                ? thirdDay.plus(change.getDuration()).toInstant(change.getOffsetAfter())
                : earliest(thirdDay, zone);
    }

    private static LocalDateTime receiptOf(CaseFile inquiry) {
        var offset = inquiry.policy().zone().getRules().getOffset(inquiry.receivedAt());
        return LocalDateTime.ofInstant(inquiry.receivedAt(), offset);
    }

    private static Instant earliest(LocalDateTime wallClock, ZoneId zone) {
        return zone.getRules().getValidOffsets(wallClock).stream()
                .map(wallClock::toInstant)
                .sorted()
                .findFirst()
                .orElseThrow();
    }
}
