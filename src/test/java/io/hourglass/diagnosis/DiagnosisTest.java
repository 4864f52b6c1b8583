package io.hourglass.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.diagnosis.calendar.WorkCalendar;
import io.hourglass.diagnosis.calendar.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@DisplayName("A diagnosis")
class DiagnosisTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<Handled> handled = new ArrayList<>();
    private final TreeMap<LocalDate, String> holidays = new TreeMap<>();

    private WorkingHours work = new WorkingHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(18, 0));

    private static ZonedDateTime at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE);
    }

    /** So many timely, and so many not, one a week at that time. */
    private void weekly(LocalDate first, int hour, int timely, int failed) {
        IntStream.range(0, timely + failed)
                .forEach(week ->
                        handled.add(new Handled(at(first.plusWeeks(week), hour, 0), null, null, week < timely)));
    }

    private void by(@Nullable String category, @Nullable String account, int timely, int failed) {
        IntStream.range(0, timely + failed)
                .forEach(week ->
                        handled.add(new Handled(at(MONDAY.plusWeeks(week), 10, 0), category, account, week < timely)));
    }

    private Diagnosis diagnosis() {
        return Diagnosis.of(MONDAY, MONDAY.plusDays(34), handled, new WorkCalendar(work, holidays));
    }

    private Optional<Tip> tip(Aspect aspect) {
        return diagnosis().tips().stream().filter(tip -> tip.aspect() == aspect).findFirst();
    }

    @Test
    @DisplayName("of nothing says nothing")
    void nothing() {
        assertThat(diagnosis().tips()).isEmpty();
        assertThat(diagnosis().all()).isEqualTo(new Share(0, 0));
    }

    @Test
    @DisplayName("names the weakest hours with their numbers beside those of the rest, and what they cost")
    void hours() {
        weekly(MONDAY, 19, 2, 8);
        weekly(MONDAY, 10, 9, 1);
        assertThat(tip(Aspect.HOURS))
                .contains(new Tip(Aspect.HOURS, "18:00–21:00", new Share(2, 10), new Share(9, 10), true, 7));
    }

    @Test
    @DisplayName("names the category that costs most, not the one with the lowest share")
    void category() {
        by("rare", null, 1, 4);
        by("frequent", null, 20, 20);
        by("good", null, 20, 0);
        assertThat(tip(Aspect.CATEGORY).map(Tip::group)).contains("frequent");
    }

    @Test
    @DisplayName("compares an account with the other accounts; what nobody answered belongs to none")
    void account() {
        by(null, "late.li", 3, 5);
        by(null, "good.gu", 8, 0);
        by(null, null, 0, 30);
        assertThat(tip(Aspect.ACCOUNT))
                .contains(new Tip(Aspect.ACCOUNT, "late.li", new Share(3, 8), new Share(8, 8), true, 5));
    }

    @ParameterizedTest(name = "{0} and {1} beside them")
    @CsvSource({"5, 5, true", "4, 5, false", "5, 4, false"})
    @DisplayName("compares groups of five with five or more beside them")
    void minimumSample(int inside, int rest, boolean compared) {
        by("a", null, 0, inside);
        by("b", null, rest, 0);
        assertThat(tip(Aspect.CATEGORY).isPresent()).isEqualTo(compared);
    }

    @Test
    @DisplayName("is silent about what is no worse than the rest, or costs less than one inquiry")
    void noWorse() {
        by("a", null, 5, 5);
        by("b", null, 5, 5);
        assertThat(tip(Aspect.CATEGORY)).isEmpty();
        handled.clear();
        by("a", null, 9, 1);
        by("b", null, 91, 9);
        assertThat(tip(Aspect.CATEGORY)).isEmpty();
        handled.clear();
        by("a", null, 8, 2);
        by("b", null, 18, 2);
        assertThat(tip(Aspect.CATEGORY).map(Tip::missing)).contains(1);
    }

    @Test
    @DisplayName("says where it may be chance: the upper bound of the interval reaches the share of the rest")
    void chance() {
        by("a", null, 4, 2);
        by("b", null, 9, 1);
        assertThat(tip(Aspect.CATEGORY).map(Tip::surely)).contains(false);
    }

    @ParameterizedTest(name = "{1}:00 on day {0} of the week: {2}")
    @CsvSource({
        "0, 8, OUTSIDE_WORKING_HOURS, true",
        "0, 9, OUTSIDE_WORKING_HOURS, false",
        "4, 17, OUTSIDE_WORKING_HOURS, false",
        "4, 18, OUTSIDE_WORKING_HOURS, true",
        "5, 20, OUTSIDE_WORKING_HOURS, false",
        "0, 0, AFTER_MIDNIGHT, true",
        "0, 5, AFTER_MIDNIGHT, true",
        "0, 6, AFTER_MIDNIGHT, false",
        "4, 23, DAY_OFF, false",
        "5, 0, DAY_OFF, true",
        "6, 23, DAY_OFF, true",
        "0, 0, DAY_OFF, false"
    })
    @DisplayName("knows the usual causes by the time of receipt")
    void causes(int day, int hour, Aspect aspect, boolean fits) {
        weekly(MONDAY.plusDays(day), hour, 0, 6);
        weekly(MONDAY.plusDays(2), 12, 20, 0);
        assertThat(tip(aspect).isPresent()).isEqualTo(fits);
    }

    @ParameterizedTest(name = "{1}:00 on day {0} of the week: {2}")
    @CsvSource({
        "5, 12, DAY_OFF, false",
        "5, 7, OUTSIDE_WORKING_HOURS, false",
        "5, 6, OUTSIDE_WORKING_HOURS, true",
        "5, 22, OUTSIDE_WORKING_HOURS, true",
        "6, 12, DAY_OFF, true",
        "6, 6, OUTSIDE_WORKING_HOURS, false"
    })
    @DisplayName("takes the working days and hours that are set")
    void otherHours(int day, int hour, Aspect aspect, boolean fits) {
        work = new WorkingHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), LocalTime.of(7, 0), LocalTime.of(22, 0));
        causes(day, hour, aspect, fits);
    }

    @ParameterizedTest(name = "at {0}:00 of a Tuesday: {1}")
    @CsvSource({"12, DAY_OFF, true", "23, DAY_OFF, true", "23, OUTSIDE_WORKING_HOURS, false"})
    @DisplayName("takes a holiday for a day off, and only that day")
    void holiday(int hour, Aspect aspect, boolean fits) {
        for (var week = 0; week < 6; week++) {
            holidays.put(MONDAY.plusDays(1).plusWeeks(week), "Festival");
        }
        causes(1, hour, aspect, fits);
        holidays.clear();
        assertThat(tip(Aspect.DAY_OFF)).isEmpty();
    }

    @Test
    @DisplayName("names the working hours that it means")
    void namesHours() {
        causes(0, 8, Aspect.OUTSIDE_WORKING_HOURS, true);
        assertThat(tip(Aspect.OUTSIDE_WORKING_HOURS).map(Tip::group)).contains("09:00–18:00");
    }

    @Test
    @DisplayName("has working days and hours from the configuration, and without one from Monday to Friday, 9 to 18")
    void configuredHours() {
        var set = Map.of("hourglass.working-hours.days", "SATURDAY,SUNDAY", "hourglass.working-hours.from", "07:30");
        var binder = new Binder(new MapConfigurationPropertySource(set));
        assertThat(binder.bindOrCreate("hourglass.working-hours", WorkingHours.class))
                .isEqualTo(new WorkingHours(
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(7, 30), LocalTime.of(18, 0)));
        assertThat(new Binder().bindOrCreate("hourglass.working-hours", WorkingHours.class))
                .isEqualTo(work);
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"09:00, 09:00", "18:00, 09:00"})
    @DisplayName("takes no working hours that do not end after they begin")
    void noHours(LocalTime from, LocalTime to) {
        assertThatThrownBy(() -> new WorkingHours(EnumSet.allOf(DayOfWeek.class), from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hourglass.working-hours.to is 09:00, but must be after .from, " + from);
    }

    @ParameterizedTest(name = "{0} inquiries {1} minutes apart")
    @CsvSource({"5, 14, true", "5, 15, true", "5, 20, false", "4, 19, false"})
    @DisplayName("knows a burst: four or more within an hour, and three times the usual")
    void burst(int many, int minutesApart, boolean isBurst) {
        weekly(MONDAY, 12, 20, 0);
        IntStream.range(0, many)
                .forEach(at -> handled.add(new Handled(
                        at(MONDAY.plusDays(2), 12, 0).plusMinutes((long) at * minutesApart), null, null, false)));
        assertThat(tip(Aspect.BURST).isPresent()).isEqualTo(isBurst);
    }

    @Test
    @DisplayName("takes no hour for a burst where so many an hour are usual")
    void usuallyMany() {
        for (var week = 0; week < 10; week++) {
            for (var minute = 0; minute < 60; minute += 12) {
                handled.add(new Handled(at(MONDAY.plusWeeks(week), 12, minute), null, null, week > 4));
            }
        }
        assertThat(tip(Aspect.BURST)).isEmpty();
    }

    @Test
    @DisplayName("puts first what costs most")
    void order() {
        weekly(MONDAY.plusDays(5), 12, 0, 12);
        weekly(MONDAY, 20, 0, 6);
        weekly(MONDAY, 12, 30, 0);
        assertThat(diagnosis().tips()).extracting(Tip::aspect).contains(Aspect.DAY_OFF, Aspect.OUTSIDE_WORKING_HOURS);
        assertThat(diagnosis().tips()).isSortedAccordingTo((left, right) -> right.missing() - left.missing());
    }
}
