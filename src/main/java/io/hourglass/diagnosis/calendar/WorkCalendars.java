package io.hourglass.diagnosis.calendar;

import java.util.Optional;

/** The calendar of work that operations have set. */
public interface WorkCalendars {

    /** Empty until one is set. */
    Optional<WorkCalendar> find();

    /** Replaces it. */
    void put(WorkCalendar calendar);
}
