package io.hourglass.chat.diagnosis;

import io.hourglass.chat.judging.ChatState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many of some consultations were answered on their day; a rate in whole numbers.
 *
 * @param countable of them at least {@code answered}
 */
public record Share(int answered, int countable) {

    static final Share NONE = new Share(0, 0);

    private static final int TENTHS_OF_A_POINT = 1000;

    /** Of each day on which there is any consultation. */
    public static SortedMap<LocalDate, Share> byDay(Collection<HandledConsultation> some) {
        var days = new TreeMap<LocalDate, Share>();
        some.forEach(one -> days.merge(one.day(), NONE.plus(one.state()), Share::plus));
        return days;
    }

    /** Of the hours of the day in which they opened, 0 to 23. */
    public static List<Share> byHour(Collection<HandledConsultation> some, ZoneId zone) {
        var hours = new ArrayList<>(Collections.nCopies(UsualHours.DAY, NONE));
        for (var one : some) {
            var hour = one.openedAt().atZone(zone).getHour();
            hours.set(hour, hours.get(hour).plus(one.state()));
        }
        return List.copyOf(hours);
    }

    public int unanswered() {
        return countable - answered;
    }

    Share plus(ChatState state) {
        return new Share(answered + (state.met() ? 1 : 0), countable + (state.countable() ? 1 : 0));
    }

    Share plus(Share other) {
        return new Share(answered + other.answered, countable + other.countable);
    }

    Share minus(Share other) {
        return new Share(answered - other.answered, countable - other.countable);
    }

    /** As if so many of the unanswered ones had not been. */
    Share withoutUnanswered(int number) {
        return new Share(answered, countable - number);
    }

    /** Exact, without a division; never of or than an empty one, which has no rate. */
    public boolean isBelow(Share other) {
        return (long) answered * other.countable < (long) other.answered * countable;
    }

    /**
     * By how much the rate lies above the other's, in tenths of a percentage point, rounded half away from zero; empty if one
     * of them has none.
     */
    public OptionalInt above(Share other) {
        if (countable == 0 || other.countable == 0) {
            return OptionalInt.empty();
        }
        var of = (long) countable * other.countable;
        var difference = ((long) answered * other.countable - (long) other.answered * countable) * TENTHS_OF_A_POINT;
        var rounded = (2 * Math.abs(difference) + of) / (2 * of);
        return OptionalInt.of((int) (difference < 0 ? -rounded : rounded));
    }
}
