package io.hourglass.sla.days;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Natural days as the versions of a policy have them, and the dates of the numbers that they complete. Each day is that of one
 * version; its books close as that version says.
 *
 * <p>On a date the window is published that ends with the latest day whose books, and those of all days before it, have closed
 * by the start of the date. A date that completes no further day publishes nothing, and one may complete several.
 */
public class DayCalendar {

    private final Supplier<List<DayRules>> versions;

    /** @param versions those that there are, in their order, at least one, each joined to the next; asked for each time */
    public DayCalendar(Supplier<List<DayRules>> versions) {
        this.versions = versions;
    }

    /** Of the same versions. */
    protected DayCalendar(DayCalendar other) {
        this(other.versions);
    }

    /** Each version that is followed by one of another zone ends where that one's first day begins. */
    public static List<DayRules> joined(List<DayRules> versions) {
        var joined = new ArrayList<>(versions);
        for (var at = 0; at + 1 < joined.size(); at++) {
            var next = joined.get(at + 1);
            if (!next.zone().equals(joined.get(at).zone())) {
                joined.set(at, joined.get(at).until(new DayRules.CutOver(next.firstDay(), next.inForceFrom())));
            }
        }
        return List.copyOf(joined);
    }

    /** The first version also has all days before its own. */
    public DayRules versionOn(LocalDate day) {
        var versions = this.versions.get();
        for (var at = versions.size() - 1; at > 0; at--) {
            if (!versions.get(at).firstDay().isAfter(day)) {
                return versions.get(at);
            }
        }
        return versions.get(0);
    }

    /** The natural day that the instant belongs to. */
    public LocalDate dayOf(Instant instant) {
        return versionAt(instant).dayOf(instant);
    }

    /** Of the version in force then. */
    public ZoneId zoneAt(Instant instant) {
        return versionAt(instant).zone();
    }

    private DayRules versionAt(Instant instant) {
        var versions = this.versions.get();
        for (var at = versions.size() - 1; at > 0; at--) {
            if (!versions.get(at).inForceFrom().isAfter(instant)) {
                return versions.get(at);
            }
        }
        return versions.get(0);
    }

    /** The day's first instant. */
    public Instant start(LocalDate day) {
        return NaturalDay.start(day, versionOn(day).zone());
    }

    /** The first instant from which on nothing belongs to the day any more. */
    public Instant end(LocalDate day) {
        return versionOn(day).end(day);
    }

    public Instant closesAt(LocalDate day) {
        return versionOn(day).booksClose(day);
    }

    /** How many natural days a number covers whose last is that one. */
    public int windowDays(LocalDate last) {
        return versionOn(last).rateWindowDays();
    }

    /** The date of the first numbers that cover the day. */
    public LocalDate publishedOn(LocalDate day) {
        if (versions.get().size() == 1) {
            return day.plusDays(longestOpen());
        }
        var closed = day.minusDays(reach())
                .datesUntil(day.plusDays(1))
                .map(this::closesAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var date = dayOf(closed);
        return start(date).isBefore(closed) ? date.plusDays(1) : date;
    }

    /** The last of the days whose books, and those of all days before, have closed by the start of that date. */
    public LocalDate completing(LocalDate on) {
        return Stream.iterate(on.minusDays(1), day -> day.minusDays(1))
                .filter(day -> !publishedOn(day).isAfter(on))
                .findFirst()
                .orElseThrow();
    }

    /** No day before that one has books that are open on the given day. */
    public LocalDate earliestOpen(LocalDate on) {
        return on.minusDays(longestOpen());
    }

    /** Whether numbers are published whose last day is that one: the day after is not completed by the same date. */
    public boolean completes(LocalDate day) {
        return closesAt(day.plusDays(1)).isAfter(start(publishedOn(day)));
    }

    /** The last of the days that complete numbers which cover that one. */
    public LocalDate lastCovering(LocalDate day) {
        var longest =
                versions.get().stream().mapToInt(DayRules::rateWindowDays).max().orElseThrow();
        return Stream.iterate(day.plusDays(longest - 1L), last -> last.minusDays(1))
                .filter(last -> !last.minusDays(windowDays(last) - 1L).isAfter(day) && completes(last))
                .findFirst()
                .orElseThrow();
    }

    /** How far a day may lie back whose books close later than this one's. */
    private int reach() {
        return longestOpen() + 3;
    }

    private int longestOpen() {
        return versions.get().stream()
                .mapToInt(DayRules::booksCloseAfterDays)
                .max()
                .orElseThrow();
    }
}
