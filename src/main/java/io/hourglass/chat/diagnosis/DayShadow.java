package io.hourglass.chat.diagnosis;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * What one day does to the published number as long as the window holds it (C14).
 *
 * @param ofDay the day's own rate
 * @param number the published number
 * @param without what the number would be without the day
 * @param leavesOn the first date whose number does not hold the day any more
 */
public record DayShadow(LocalDate day, Share ofDay, Share number, Share without, LocalDate leavesOn) {

    /**
     * @param days of the subject, each with its share; those outside the window are ignored
     * @param on the date of the number: it covers the days before
     * @param windowDays how many
     * @return each day of the window that has any countable consultation, in their order
     */
    public static List<DayShadow> of(SortedMap<LocalDate, Share> days, LocalDate on, int windowDays) {
        var window = days.subMap(on.minusDays(windowDays), on);
        var number = window.values().stream().reduce(Share.NONE, Share::plus);
        return window.entrySet().stream()
                .filter(day -> day.getValue().countable() > 0)
                .map(day -> new DayShadow(
                        day.getKey(),
                        day.getValue(),
                        number,
                        number.minus(day.getValue()),
                        day.getKey().plusDays(windowDays + 1L)))
                .toList();
    }

    /** Whether the number would be higher without it. */
    public boolean lowers() {
        return without.countable() > 0 && number.isBelow(without);
    }

    /**
     * By how much it lowers the number, in tenths of a percentage point, below zero if it raises it; empty if there would be no
     * number without it.
     */
    public OptionalInt lowersBy() {
        return without.above(number);
    }
}
