package io.hourglass.chat.diagnosis;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The usual hours of an account")
class UsualHoursTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final SortedMap<LocalDate, Integer> written = new TreeMap<>();

    private static Set<Integer> hours(int from, int before) {
        return IntStream.range(from, before).boxed().collect(toCollection(TreeSet::new));
    }

    private void wrote(LocalDate day, int... hours) {
        IntStream.of(hours).forEach(hour -> written.merge(day, 1 << hour, (one, other) -> one | other));
    }

    private UsualHours usual() {
        return UsualHours.of(written);
    }

    private static LocalDateTime at(LocalDate day, int hour) {
        return day.atTime(hour, 30);
    }

    @Test
    @DisplayName("are of each weekday by itself, from its first to its last hour, breaks included")
    void weekdays() {
        for (var week = 0; week < 4; week++) {
            for (var day = 0; day < 5; day++) {
                wrote(MONDAY.plusWeeks(week).plusDays(day), 9, 11, 15, 17);
            }
            wrote(MONDAY.plusWeeks(week).plusDays(5), 10, 12);
        }

        assertThat(usual().byWeekday())
                .hasSize(6)
                .containsEntry(DayOfWeek.MONDAY, hours(9, 18))
                .containsEntry(DayOfWeek.SATURDAY, hours(10, 13))
                .doesNotContainKey(DayOfWeek.SUNDAY);
    }

    @Test
    @DisplayName("begin and end where they do on a fifth of the days, so that one late evening in ten is none of them")
    void fifth() {
        for (var week = 0; week < 10; week++) {
            wrote(MONDAY.plusWeeks(week), 9, 12, 17);
        }
        wrote(MONDAY, 22);
        assertThat(usual().byWeekday()).containsEntry(DayOfWeek.MONDAY, hours(9, 18));

        wrote(MONDAY.plusWeeks(1), 22);
        assertThat(usual().byWeekday()).containsEntry(DayOfWeek.MONDAY, hours(9, 23));
    }

    @Test
    @DisplayName("may cross midnight: the shift of Monday's evening ends on Tuesday's morning")
    void nightShift() {
        for (var day = 0; day < 28; day++) {
            wrote(MONDAY.plusDays(day), 20, 22, 23, 1, 3);
        }
        var tuesday = MONDAY.plusDays(1);

        assertThat(usual().byWeekday().get(DayOfWeek.TUESDAY)).containsExactly(0, 1, 2, 3, 20, 21, 22, 23);
        assertThat(usual().isLastHour(at(tuesday, 23))).isFalse();
        assertThat(usual().isLastHour(at(tuesday, 3))).isTrue();
        assertThat(usual().isBeforeWork(at(tuesday, 4))).isTrue();
        assertThat(usual().isAfterWork(at(tuesday, 4))).isFalse();
    }

    @Test
    @DisplayName("hold on a weekday on which it wrote in half of the weeks, and not in fewer")
    void halfOfTheWeeks() {
        for (var week = 0; week < 8; week++) {
            wrote(MONDAY.plusWeeks(week), 9, 12, 17);
        }
        for (var week = 0; week < 3; week++) {
            wrote(MONDAY.plusWeeks(week).plusDays(3), 9, 12, 17);
        }
        assertThat(usual().byWeekday()).containsOnlyKeys(DayOfWeek.MONDAY);

        wrote(MONDAY.plusWeeks(5).plusDays(3), 9, 12, 17);
        assertThat(usual().byWeekday()).containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
    }

    @Test
    @DisplayName("are not known of fewer than three days, nor of an account that writes round the clock")
    void unknown() {
        wrote(MONDAY, 9, 17);
        wrote(MONDAY.plusDays(1), 9, 17);
        assertThat(usual().byWeekday()).isEmpty();
        assertThat(usual().isAfterWork(at(MONDAY, 22))).isFalse();

        wrote(MONDAY.plusDays(2), 9, 17);
        assertThat(usual().isAfterWork(at(MONDAY, 22))).isTrue();

        for (var day = 0; day < 28; day++) {
            wrote(MONDAY.plusDays(day), 0, 2, 3, 6, 7, 9, 12, 15, 18, 20, 22);
        }
        assertThat(usual().byWeekday()).isEmpty();
        assertThat(usual().isAfterWork(at(MONDAY, 22))).isFalse();
    }
}
