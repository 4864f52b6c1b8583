package io.hourglass.rate.numbers;

import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.ByTrack;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.BooksCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which days the numbers of a date cover, and on which dates numbers are out (R4). */
@Component
@Transactional(readOnly = true)
public class PublicationDates {

    private final BookDays days;
    private final ByTrack<BooksCalendar> calendars;
    private final Clock clock;

    PublicationDates(BookDays days, List<BooksCalendar> calendars, Clock clock) {
        this.days = days;
        this.calendars = new ByTrack<>(calendars);
        this.clock = clock;
    }

    /** Some days, both ends included. */
    public record Window(LocalDate from, LocalDate to) {

        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** In the marketplace zone. */
    public LocalDate today(Track track) {
        return dayOf(track, clock.instant());
    }

    /** The natural day that the instant belongs to, in the marketplace zone. */
    public LocalDate dayOf(Track track, Instant instant) {
        return calendars.of(track).dayOf(instant);
    }

    /** The latest date whose numbers are out; today while there is none. */
    public LocalDate latest(Track track) {
        var today = today(track);
        return days.latestPublication(track, today).orElse(today);
    }

    /** The first and the last date whose numbers cover a day, both included. */
    public Window datesOf(TrackDay day) {
        var calendar = calendars.of(day.track());
        return new Window(calendar.publishedOn(day.day()), calendar.publishedOn(lastCovering(day)));
    }

    /** The days under the latest numbers that are out, both included; while there are none, those under today's. */
    public Window latestWindow(Track track) {
        return windowOf(track, latest(track));
    }

    /** The days under the numbers of that date. */
    Window windowOf(Track track, LocalDate on) {
        return windowTo(completing(track, on));
    }

    /** The days under the numbers that this one completes. */
    public Window windowTo(TrackDay completing) {
        var last = completing.day();
        return new Window(last.minusDays(calendars.of(completing.track()).windowDays(last) - 1L), last);
    }

    /** The last of the days whose numbers, being completed, cover that one. */
    public LocalDate lastCovering(TrackDay day) {
        return calendars.of(day.track()).lastCovering(day.day());
    }

    /** The first of the dates whose numbers those up to that one are as many as a number covers days. */
    LocalDate firstBefore(Track track, LocalDate last) {
        return last.minusDays(calendars.of(track).windowDays(last) - 1L);
    }

    boolean isOut(Track track, LocalDate on) {
        return days.find(completing(track, on))
                .map(day -> on.equals(day.publishedOn()))
                .orElse(false);
    }

    /** Whether the numbers of that date were out at that instant. */
    boolean wasOut(Track track, LocalDate on, Instant knownAt) {
        return days.find(completing(track, on))
                .map(day -> on.equals(day.publishedOn()) && day.outBy(knownAt))
                .orElse(false);
    }

    /** When the numbers of that date are due, if that lies ahead; else null. */
    @Nullable
    Instant dueAt(Track track, LocalDate on) {
        var due = calendars.of(track).closesAt(completing(track, on).day());
        return due.isAfter(clock.instant()) ? due : null;
    }

    private TrackDay completing(Track track, LocalDate on) {
        return new TrackDay(track, calendars.of(track).completing(on));
    }
}
