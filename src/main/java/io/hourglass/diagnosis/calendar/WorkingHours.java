package io.hourglass.diagnosis.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When suppliers of the marketplace work, in its zone.
 *
 * @param days the working days
 * @param from included
 * @param to not included; after {@code from} on the same day
 */
@ConfigurationProperties("hourglass.working-hours")
public record WorkingHours(
        @DefaultValue({"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"}) Set<DayOfWeek> days,
        @DefaultValue("09:00") LocalTime from,
        @DefaultValue("18:00") LocalTime to) {

    /** @throws IllegalArgumentException if the hours do not end after they begin */
    public WorkingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "hourglass.working-hours.to is " + to + ", but must be after .from, " + from);
        }
    }

    boolean isDayOff(ZonedDateTime at) {
        return !days.contains(at.getDayOfWeek());
    }

    /** On a working day, but not in its hours. */
    boolean isOutside(ZonedDateTime at) {
        var time = at.toLocalTime();
        return !isDayOff(at) && (time.isBefore(from) || !time.isBefore(to));
    }

    /** Such as 09:00–18:00. */
    public String inWords() {
        return from + "–" + to;
    }
}
