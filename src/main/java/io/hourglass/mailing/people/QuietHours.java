package io.hourglass.mailing.people;

import io.hourglass.kernel.InvalidInput;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When nobody is to be told anything, every day, in the zone of who set it.
 *
 * @param from the first minute of quiet
 * @param until the first minute after it; on the next day where it is not later than the first
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** @throws InvalidInput if they are the same */
    public QuietHours {
        if (from.equals(until)) {
            throw new InvalidInput("quietUntil", until, "another time than quietFrom");
        }
    }

    /** The instant itself, or the end of the quiet that it lies in. */
    public Instant after(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        var time = local.toLocalTime();
        if (!holds(time)) {
            return instant;
        }
        var day = from.isAfter(until) && !time.isBefore(from)
                ? local.toLocalDate().plusDays(1)
                : local.toLocalDate();
        var end = ZonedDateTime.of(day, until, zone).toInstant();
        return end.isAfter(instant) ? end : instant;
    }

    private boolean holds(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
