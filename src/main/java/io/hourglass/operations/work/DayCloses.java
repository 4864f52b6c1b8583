package io.hourglass.operations.work;

import static java.util.Comparator.comparing;

import io.hourglass.kernel.ids.Track;
import io.hourglass.operations.work.Incidents.Incident;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.BooksCalendar;
import io.hourglass.rate.numbers.PublicationDates;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the closes of days are, and which of them do not go on. */
@Component
public class DayCloses {

    private final BookDays days;
    private final Incidents incidents;
    private final Stops stops;
    private final PublicationDates dates;
    private final List<BooksCalendar> calendars;
    private final Clock clock;

    DayCloses(
            BookDays days,
            Incidents incidents,
            Stops stops,
            PublicationDates dates,
            List<BooksCalendar> calendars,
            Clock clock) {
        this.stops = stops;
        this.days = days;
        this.incidents = incidents;
        this.dates = dates;
        this.calendars = List.copyOf(calendars);
        this.clock = clock;
    }

    /** Why a close whose instant has come is not done. */
    public enum Why {
        /** A step of it has failed. */
        FAILED,
        /** It is suspended, and goes on once it is resumed. */
        SUSPENDED,
        /** Days settle in order, and an earlier one is not settled. */
        AWAITS_EARLIER_DAY,
        /** It is at work, or its timer is late. */
        AT_WORK
    }

    /**
     * @param last the latest day of inquiries that is settled; null if there is none
     * @param next the first of theirs whose books are open; null while the books are empty
     * @param due those of every track whose instant has come and which are not settled, by track and day
     */
    public record Now(@Nullable BookDay last, @Nullable BookDay next, List<Unsettled> due) {}

    /** @param incident what failed; null unless that is why */
    public record Unsettled(BookDay day, Why why, @Nullable Incident incident) {

        /** Whether it needs a person to continue. */
        public boolean isStuck() {
            return why == Why.FAILED || why == Why.SUSPENDED;
        }
    }

    /** How the closes stand. */
    public Now now() {
        var now = clock.instant();
        var known = known(now, Track.INQUIRY);
        return new Now(
                known.stream()
                        .filter(BookDay::settled)
                        .reduce((earlier, later) -> later)
                        .orElse(null),
                known.stream()
                        .filter(day -> !day.settled() && now.isBefore(day.closesAt()))
                        .findFirst()
                        .orElse(null),
                tell(calendars.stream()
                        .map(BooksCalendar::track)
                        .sorted()
                        .flatMap(track -> known(now, track).stream())
                        .filter(day -> !day.settled() && !now.isBefore(day.closesAt()))
                        .toList()));
    }

    /** Of a track, from its last settled day on, the earliest first. */
    private List<BookDay> known(Instant now, Track track) {
        var today = dates.dayOf(track, now);
        var from = days.firstUnsettled(track).map(day -> day.minusDays(1)).orElse(today);
        var count = (int) ChronoUnit.DAYS.between(from, today) + 1;
        return days.latest(track, Math.max(1, count)).stream()
                .sorted(comparing(BookDay::day))
                .toList();
    }

    private List<Unsettled> tell(List<BookDay> due) {
        var failed = due.isEmpty() ? List.<Incident>of() : incidents.of(Workflow.DAY_CLOSE);
        var suspended = due.isEmpty() ? Set.<String>of() : stops.suspendedKeys(Workflow.DAY_CLOSE);
        return due.stream()
                .map(day -> failed.stream()
                        .filter(incident -> incident.key().equals(day.trackDay().key()))
                        .findFirst()
                        .map(incident -> new Unsettled(day, Why.FAILED, incident))
                        .orElseGet(() -> new Unsettled(day, why(day, first(due, day), suspended), null)))
                .toList();
    }

    /** The days of each track settle in order. */
    private static BookDay first(List<BookDay> due, BookDay day) {
        return due.stream()
                .filter(other -> other.trackDay().track().equals(day.trackDay().track()))
                .findFirst()
                .orElse(day);
    }

    private static Why why(BookDay day, BookDay first, Set<String> suspended) {
        if (suspended.contains(day.trackDay().key())) {
            return Why.SUSPENDED;
        }
        return day.equals(first) ? Why.AT_WORK : Why.AWAITS_EARLIER_DAY;
    }
}
