package io.hourglass.chat.diagnosis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * In which whole hours of the week an account works, inferred from when persons wrote from it. A shift may cross midnight; the
 * account's quietest hours part one from the next.
 *
 * <p>Nothing is inferred from fewer than {@link #LEAST_DAYS} days, or for an account that writes round the clock: it is always
 * there.
 */
final class UsualHours {

    static final int LEAST_DAYS = 3;
    static final int DAY = 24;

    private static final int WEEK = 7 * DAY;

    /** An hour is quiet if the account wrote in it on less than a tenth of its days. */
    private static final int QUIET = 10;

    /** A shorter break parts no shifts. */
    private static final int SHORTEST_NIGHT = 3;

    /** A shift begins and ends where it did on a fifth of the days at least. */
    private static final int FIFTH = 5;

    /**
     * The first and the last hour of a shift, from the hour at which shifts are parted.
     *
     * @param last included
     */
    record Shift(int first, int last) {}

    private final BitSet hours = new BitSet(WEEK);
    private final int parted;

    private UsualHours(int parted) {
        this.parted = parted;
    }

    /** @param written the hours of each day in which the account wrote: bit 0 is the hour from midnight on */
    static UsualHours of(SortedMap<LocalDate, Integer> written) {
        var parted = written.size() < LEAST_DAYS ? -1 : quietest(written.values());
        var usual = new UsualHours(Math.max(parted, 0));
        if (parted >= 0) {
            usual.infer(usual.shifts(written));
        }
        return usual;
    }

    /** The middle of the longest quiet time; -1 if there is none. */
    private static int quietest(Collection<Integer> days) {
        var longest = 0;
        var end = 0;
        var run = 0;
        for (var hour = 0; hour < 2 * DAY; hour++) {
            run = isQuiet(days, hour % DAY) ? Math.min(run + 1, DAY) : 0;
            if (run > longest) {
                longest = run;
                end = hour + 1;
            }
        }
        return longest < SHORTEST_NIGHT ? -1 : (end - longest + longest / 2) % DAY;
    }

    private static boolean isQuiet(Collection<Integer> days, int hour) {
        return days.stream().filter(hours -> (hours >> hour & 1) == 1).count() * QUIET < days.size();
    }

    /** By the day on which each began. */
    SortedMap<LocalDate, Shift> shifts(SortedMap<LocalDate, Integer> written) {
        var shifts = new TreeMap<LocalDate, Shift>();
        written.forEach((date, hours) -> {
            for (var hour = 0; hour < DAY; hour++) {
                if ((hours >> hour & 1) == 1) {
                    var from = (hour - parted + DAY) % DAY;
                    shifts.merge(
                            hour < parted ? date.minusDays(1) : date,
                            new Shift(from, from),
                            (one, other) ->
                                    new Shift(Math.min(one.first, other.first), Math.max(one.last, other.last)));
                }
            }
        });
        return shifts;
    }

    private void infer(SortedMap<LocalDate, Shift> shifts) {
        var byWeekday = new EnumMap<DayOfWeek, List<Shift>>(DayOfWeek.class);
        shifts.forEach((date, shift) -> byWeekday
                .computeIfAbsent(date.getDayOfWeek(), day -> new ArrayList<>())
                .add(shift));
        byWeekday.forEach((weekday, worked) -> {
            if (2 * worked.size() >= count(weekday, shifts.firstKey(), shifts.lastKey())) {
                put(weekday, usual(worked.size() < LEAST_DAYS ? shifts.values() : worked));
            }
        });
    }

    private static int count(DayOfWeek weekday, LocalDate from, LocalDate to) {
        var days = ChronoUnit.DAYS.between(from, to);
        var first = (weekday.getValue() - from.getDayOfWeek().getValue() + 7) % 7;
        return first > days ? 0 : (int) (days - first) / 7 + 1;
    }

    private static Shift usual(Collection<Shift> worked) {
        var fifth = (worked.size() + FIFTH - 1) / FIFTH - 1;
        var firsts = worked.stream().map(Shift::first).sorted().toList();
        var lasts = worked.stream()
                .map(Shift::last)
                .sorted(Comparator.reverseOrder())
                .toList();
        return new Shift(firsts.get(fifth), lasts.get(fifth));
    }

    private void put(DayOfWeek weekday, Shift shift) {
        var midnight = (weekday.getValue() - 1) * DAY;
        for (var hour = shift.first; hour <= shift.last; hour++) {
            hours.set((midnight + parted + hour) % WEEK);
        }
    }

    /** The hour of the week, from Monday's midnight on. */
    static int hourOfWeek(LocalDateTime at) {
        return (at.getDayOfWeek().getValue() - 1) * DAY + at.getHour();
    }

    /** The hour, counted on and on, at which the shift that began on that day has its first and its last hour. */
    long hour(LocalDate began, int fromParting) {
        return began.toEpochDay() * DAY + parted + fromParting;
    }

    boolean isLastHour(LocalDateTime at) {
        var hour = hourOfWeek(at);
        return hours.get(hour) && !hours.get((hour + 1) % WEEK);
    }

    /** Outside, and a shift begins later on that day. */
    boolean isBeforeWork(LocalDateTime at) {
        var hour = hourOfWeek(at);
        return !hours.isEmpty() && !hours.get(hour) && isLaterThatDay(hour);
    }

    /** Outside, and none begins any more on that day. */
    boolean isAfterWork(LocalDateTime at) {
        var hour = hourOfWeek(at);
        return !hours.isEmpty() && !hours.get(hour) && !isLaterThatDay(hour);
    }

    private boolean isLaterThatDay(int hour) {
        var next = hours.nextSetBit(hour);
        return next >= 0 && next / DAY == hour / DAY;
    }

    /** Such as MONDAY: 9, 10, 11; without days on which it does not work, and nothing if nothing is inferred. */
    Map<DayOfWeek, Set<Integer>> byWeekday() {
        var days = new EnumMap<DayOfWeek, Set<Integer>>(DayOfWeek.class);
        hours.stream().forEach(hour -> days.computeIfAbsent(DayOfWeek.of(hour / DAY + 1), day -> new TreeSet<>())
                .add(hour % DAY));
        return days;
    }
}
