package io.hourglass.rate.books;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Cases of settled days that feed a number, countable or not, as they stood at an instant: of each the last entry booked by then.
 *
 * @param subjects of one track, at least one
 * @param from the first day
 * @param to the last, included
 */
public record SettledCases(List<Subject> subjects, LocalDate from, LocalDate to, Instant stoodAt) {

    public Track track() {
        return subjects.get(0).track();
    }
}
