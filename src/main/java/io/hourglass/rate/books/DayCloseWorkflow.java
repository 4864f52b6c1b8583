package io.hourglass.rate.books;

import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;

/** The day closes as processes. */
public interface DayCloseWorkflow {

    void begin(TrackDay day, Instant booksClose);

    /** Wakes the close of that day, if it waits for the days before it. */
    void earlierDaysSettled(TrackDay day);
}
