package io.hourglass.chat.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The shadow of a day (C14)")
class DayShadowTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final TreeMap<LocalDate, Share> days = new TreeMap<>();

    @Test
    @DisplayName("is what the number of thirty days would be without it, and ends thirty-one days after the day")
    void shadow() {
        for (var back = 1; back <= 30; back++) {
            days.put(TODAY.minusDays(back), new Share(10, 10));
        }
        var bad = TODAY.minusDays(10);
        days.put(bad, new Share(0, 20));

        var shadow = DayShadow.of(days, TODAY, 30).stream()
                .filter(one -> one.day().equals(bad))
                .findFirst()
                .orElseThrow();
        assertThat(shadow)
                .isEqualTo(new DayShadow(
                        bad, new Share(0, 20), new Share(290, 310), new Share(290, 290), bad.plusDays(31)));
        assertThat(shadow.lowers()).isTrue();
        assertThat(shadow.lowersBy()).as("6.45 points").hasValue(65);
    }

    @Test
    @DisplayName("falls on the number of each date from the next day to the thirtieth, and on none after")
    void leaves() {
        var day = LocalDate.of(2026, 2, 1);
        days.put(day, new Share(1, 4));
        var leaves = DayShadow.of(days, day.plusDays(1), 30).get(0).leavesOn();

        assertThat(DayShadow.of(days, day, 30)).isEmpty();
        assertThat(DayShadow.of(days, leaves.minusDays(1), 30)).hasSize(1);
        assertThat(DayShadow.of(days, leaves, 30)).isEmpty();
    }

    @Test
    @DisplayName("of a good day raises, of a day like all others does nothing, and without others there is no number")
    void goodDays() {
        days.put(TODAY.minusDays(1), new Share(9, 10));
        days.put(TODAY.minusDays(2), new Share(1, 10));
        days.put(TODAY.minusDays(3), new Share(0, 0));
        var shadows = DayShadow.of(days, TODAY, 30);

        assertThat(shadows).extracting(DayShadow::lowers).containsExactly(true, false);
        assertThat(shadows).extracting(DayShadow::lowersBy).containsExactly(OptionalInt.of(400), OptionalInt.of(-400));

        days.remove(TODAY.minusDays(2));
        assertThat(DayShadow.of(days, TODAY, 30).get(0).lowersBy()).isEmpty();
        assertThat(DayShadow.of(days, TODAY, 30).get(0).lowers()).isFalse();
    }
}
