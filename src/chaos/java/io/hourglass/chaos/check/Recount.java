package io.hourglass.chaos.check;

import io.hourglass.chaos.check.Tables.SubjectDay;
import io.hourglass.kernel.ids.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the closed days of a track come to by what the judge says, and when their numbers are published.
 *
 * @param buckets of each day and subject, how many cases by the names of their states
 * @param windowDays in a number
 * @param met over the fraction bar
 * @param countable under it
 */
record Recount(
        Track track,
        Map<SubjectDay, Map<String, Integer>> buckets,
        Function<LocalDate, Instant> closesAt,
        int publishedAfterDays,
        int windowDays,
        String met,
        List<String> countable) {

    /** The name of a check, and of which track it is. */
    String of(String check) {
        return track.equals(Track.INQUIRY) ? check : check + " of chat";
    }

    LocalDate publishedOn(LocalDate day) {
        return day.plusDays(publishedAfterDays);
    }

    /** Counts cases, one after the other. */
    static final class Counter {

        private final Map<SubjectDay, Map<String, Integer>> counts = new HashMap<>();

        void count(LocalDate day, String subject, String state) {
            counts.computeIfAbsent(new SubjectDay(day, subject), unseen -> new HashMap<>())
                    .merge(state, 1, Integer::sum);
        }

        Map<SubjectDay, Map<String, Integer>> counts() {
            return counts;
        }
    }
}
