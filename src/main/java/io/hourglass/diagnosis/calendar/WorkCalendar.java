package io.hourglass.diagnosis.calendar;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When suppliers of the marketplace work, in its zone. It explains rates, and is in no verdict.
 *
 * @param holidays days on which nobody works, with their names
 */
public record WorkCalendar(WorkingHours hours, SortedMap<LocalDate, String> holidays) {

    public WorkCalendar {
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
    }

    /** One without holidays. */
    public WorkCalendar(WorkingHours hours) {
        this(hours, new TreeMap<>());
    }

    /** By the hours, or a holiday. */
    public boolean isDayOff(ZonedDateTime at) {
        return hours.isDayOff(at) || holidays.containsKey(at.toLocalDate());
    }

    /** On a working day, but not in its hours. */
    public boolean isOutside(ZonedDateTime at) {
        return !isDayOff(at) && hours.isOutside(at);
    }
}
