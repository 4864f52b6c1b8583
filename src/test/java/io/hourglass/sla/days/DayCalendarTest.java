package io.hourglass.sla.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Days across versions of the policy")
class DayCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate X = LocalDate.of(2026, 3, 10);
    private static final LocalDate Y = LocalDate.of(2026, 3, 20);

    private static DayRules version(int number, LocalDate from, ZoneId zone, Duration reply, int close) {
        return new DayRules(number == 1 ? Instant.EPOCH : NaturalDay.start(from, zone), zone, reply, close, 30, null);
    }

    private static DayCalendar of(DayRules... versions) {
        var joined = DayCalendar.joined(List.of(versions));
        return new DayCalendar(() -> joined);
    }

    private static DayCalendar shortened() {
        return of(
                version(1, LocalDate.EPOCH, SHANGHAI, Duration.ofDays(3), 5),
                version(2, X, SHANGHAI, Duration.ofHours(24), 3),
                version(3, Y, SHANGHAI, Duration.ofDays(3), 5));
    }

    private static DayCalendar moved(ZoneId to) {
        return of(
                version(1, LocalDate.EPOCH, SHANGHAI, Duration.ofDays(3), 5), version(2, X, to, Duration.ofDays(3), 5));
    }

    private static DayCalendar eastward() {
        return moved(AUCKLAND);
    }

    private static DayCalendar westward() {
        return moved(LISBON);
    }

    @Test
    @DisplayName("of one version are completed each on a date of its own")
    void one() {
        var days = of(version(1, LocalDate.EPOCH, SHANGHAI, Duration.ofDays(3), 5));
        assertThat(days.publishedOn(X)).isEqualTo(X.plusDays(5));
        assertThat(days.completing(X)).isEqualTo(X.minusDays(5));
        assertThat(days.completes(X)).isTrue();
        assertThat(days.lastCovering(X)).isEqualTo(X.plusDays(29));
    }

    @ParameterizedTest(name = "{0} closes on {1}, covered from {2}, completes numbers: {3}")
    @CsvSource({
        "2026-03-07, 2026-03-12, 2026-03-12, true",
        "2026-03-08, 2026-03-13, 2026-03-13, true",
        "2026-03-09, 2026-03-14, 2026-03-14, false",
        "2026-03-10, 2026-03-13, 2026-03-14, false",
        "2026-03-11, 2026-03-14, 2026-03-14, true",
        "2026-03-12, 2026-03-15, 2026-03-15, true",
        "2026-03-18, 2026-03-21, 2026-03-21, true",
        "2026-03-19, 2026-03-22, 2026-03-22, true",
        "2026-03-20, 2026-03-25, 2026-03-25, true",
        "2026-03-21, 2026-03-26, 2026-03-26, true"
    })
    @DisplayName(
            "close as their own version says, from 5 days to 3 and back; a date that completes several publishes one window")
    void shorter(LocalDate day, LocalDate closes, LocalDate published, boolean completes) {
        var days = shortened();
        assertThat(days.closesAt(day)).isEqualTo(NaturalDay.start(closes, SHANGHAI));
        assertThat(days.publishedOn(day)).isEqualTo(published);
        assertThat(days.completes(day)).isEqualTo(completes);
    }

    @ParameterizedTest(name = "on {0} up to {1}")
    @CsvSource({
        "2026-03-13, 2026-03-08",
        "2026-03-14, 2026-03-11",
        "2026-03-15, 2026-03-12",
        "2026-03-22, 2026-03-19",
        "2026-03-23, 2026-03-19",
        "2026-03-24, 2026-03-19",
        "2026-03-25, 2026-03-20"
    })
    @DisplayName(
            "are covered up to the latest that has closed with all before it; a date that completes none publishes nothing")
    void window(LocalDate on, LocalDate last) {
        assertThat(shortened().completing(on)).isEqualTo(last);
    }

    @Test
    @DisplayName("have no two windows on one date, whatever the versions")
    void noKeyTwice() {
        for (var days : List.of(shortened(), eastward(), westward())) {
            var dates = X.minusDays(20)
                    .datesUntil(Y.plusDays(20))
                    .filter(days::completes)
                    .map(days::publishedOn)
                    .toList();
            assertThat(dates).doesNotHaveDuplicates().isSorted();
            X.minusDays(20).datesUntil(Y.plusDays(20)).filter(days::completes).forEach(day -> assertThat(
                            days.completing(days.publishedOn(day)))
                    .isEqualTo(day));
        }
    }

    @Test
    @DisplayName("of the zone before end where the new zone's first day begins, going east: the last is shorter")
    void east() {
        var days = eastward();
        var cutOver = NaturalDay.start(X, AUCKLAND);
        assertThat(cutOver).isEqualTo("2026-03-09T11:00:00Z");
        assertThat(days.end(X.minusDays(1))).isEqualTo(cutOver);
        assertThat(days.start(X.minusDays(1))).isEqualTo("2026-03-08T16:00:00Z");
        assertThat(days.start(X)).isEqualTo(cutOver);
        assertThat(days.versionOn(X.minusDays(1)).zone()).isEqualTo(SHANGHAI);
        assertThat(days.versionOn(X).zone()).isEqualTo(AUCKLAND);
        assertThat(days.closesAt(X.minusDays(1))).isEqualTo(NaturalDay.start(X.plusDays(4), SHANGHAI));
    }

    @ParameterizedTest(name = "{0} is covered from {1}, completes numbers: {2}")
    @CsvSource({
        "2026-03-04, 2026-03-09, true",
        "2026-03-05, 2026-03-11, true",
        "2026-03-06, 2026-03-12, true",
        "2026-03-08, 2026-03-14, true",
        "2026-03-09, 2026-03-15, false",
        "2026-03-10, 2026-03-15, true"
    })
    @DisplayName(
            "of the zone before close after the start of the new zone's date, going east: their numbers are the next date's")
    void publishedEast(LocalDate day, LocalDate published, boolean completes) {
        assertThat(eastward().publishedOn(day)).isEqualTo(published);
        assertThat(eastward().completes(day)).isEqualTo(completes);
    }

    @Test
    @DisplayName("of the zone before go on to the cut-over, going west: what is X there already belongs to X - 1")
    void west() {
        var days = westward();
        var former = days.versionOn(X.minusDays(1));
        var cutOver = NaturalDay.start(X, LISBON);
        assertThat(cutOver).isEqualTo("2026-03-10T00:00:00Z");
        assertThat(former.dayOf(cutOver.minusMillis(1))).isEqualTo(X.minusDays(1));
        assertThat(NaturalDay.of(cutOver.minusMillis(1), SHANGHAI)).isEqualTo(X);
        assertThat(days.versionOn(X).dayOf(cutOver)).isEqualTo(X);
        assertThat(days.end(X.minusDays(1))).isEqualTo(cutOver);
        assertThat(former.dayOf(NaturalDay.start(X, SHANGHAI).minusMillis(1))).isEqualTo(X.minusDays(1));
    }

    @Test
    @DisplayName("made longer close no sooner than on the second day after their latest deadline")
    void longer() {
        var days = westward();
        assertThat(days.closesAt(X.minusDays(2))).isEqualTo(NaturalDay.start(X.plusDays(3), SHANGHAI));
        assertThat(days.closesAt(X.minusDays(1))).isEqualTo(NaturalDay.start(X.plusDays(5), SHANGHAI));
        assertThat(days.closesAt(X)).isEqualTo(NaturalDay.start(X.plusDays(5), LISBON));
        assertThat(days.completes(X.minusDays(1))).isFalse();
        assertThat(days.publishedOn(X)).isEqualTo(X.plusDays(5));
    }

    @ParameterizedTest(name = "{0}: {1} days")
    @CsvSource({"PT24H, 3", "PT24H0.001S, 4", "PT72H, 5", "PT1M, 3", "PT96H, 6"})
    @DisplayName("may close on the second day after the latest deadline at the earliest")
    void earliest(Duration reply, int days) {
        assertThat(DayRules.earliestClose(reply)).isEqualTo(days);
    }
}
