package io.hourglass.diagnosis.calendar;

import io.hourglass.audit.actions.Action;
import io.hourglass.audit.actions.Actions;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.text.StoredText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets when suppliers work: working days, hours, holidays. The diagnosis goes by it from then on, for past days too. */
@Component
@Transactional
public class SetWorkCalendar {

    private static final int LONGEST_NAME = 100;
    private static final int MAX_HOLIDAYS = 500;

    private final WorkCalendars calendars;
    private final WorkingHours configured;
    private final Actions actions;

    SetWorkCalendar(WorkCalendars calendars, WorkingHours configured, Actions actions) {
        this.calendars = calendars;
        this.configured = configured;
        this.actions = actions;
    }

    /** As it was set last, or else as it is configured. */
    @Transactional(readOnly = true)
    public WorkCalendar current() {
        return calendars.find().orElseGet(() -> new WorkCalendar(configured));
    }

    /**
     * @param from included, to the minute
     * @param to not included, to the minute
     * @throws InvalidInput if there is no working day, the hours do not end after they begin, or there are over 500 holidays or one
     *     without a name of up to 100 characters
     */
    public void set(Set<DayOfWeek> days, LocalTime from, LocalTime to, SortedMap<LocalDate, String> holidays) {
        if (days.isEmpty()) {
            throw new InvalidInput("days", "none", "one or more");
        }
        if (!from.truncatedTo(ChronoUnit.MINUTES).isBefore(to.truncatedTo(ChronoUnit.MINUTES))) {
            throw new InvalidInput("to", to, "after the beginning, " + from);
        }
        if (holidays.size() > MAX_HOLIDAYS) {
            throw new InvalidInput("holidays", holidays.size(), "at most " + MAX_HOLIDAYS);
        }
        holidays.values().forEach(SetWorkCalendar::check);
        var hours = new WorkingHours(days, from.truncatedTo(ChronoUnit.MINUTES), to.truncatedTo(ChronoUnit.MINUTES));
        calendars.put(new WorkCalendar(hours, holidays));
        actions.note(Action.SET_THE_CALENDAR, "calendar", from + " to " + to + ", " + holidays.size() + " holidays");
    }

    private static void check(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !StoredText.isStorable(name)) {
            throw new InvalidInput("holidays", name, "a day and a name of 1 to " + LONGEST_NAME + " characters");
        }
    }
}
