package io.hourglass.rate;

import java.time.Instant;
import java.time.LocalDate;

/** The day closes as processes. */
public interface DayCloseWorkflow {

    void begin(LocalDate day, Instant booksClose);

    /** Wakes the close of that day, if it waits for the days before it. */
    void earlierDaysSettled(LocalDate day);
}
