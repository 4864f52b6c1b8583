package io.hourglass.sla.days;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.SAO_PAULO;
import static io.hourglass.sla.Moments.SHANGHAI;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A natural day")
class NaturalDayTest {

    private static final Period THREE_DAYS = Period.ofDays(3);

    @Test
    @DisplayName("begins at midnight of the marketplace zone, and the millisecond before belongs to the day before")
    void beginsAtMidnight() {
        var start = NaturalDay.start(LocalDate.of(2016, 3, 1), SHANGHAI);
        assertThat(start).isEqualTo(Instant.parse("2016-02-29T16:00:00Z"));
        assertThat(NaturalDay.of(start, SHANGHAI)).isEqualTo("2016-03-01");
        assertThat(NaturalDay.of(justBefore(start), SHANGHAI)).isEqualTo("2016-02-29");
    }

    @Test
    @DisplayName("has 23 hours when the clocks go forward, 25 when they go back, 24 else")
    void hasAsManyHoursAsItsZoneSays() {
        assertThat(lengthOf("2016-03-13", NEW_YORK)).isEqualTo(Duration.ofHours(23));
        assertThat(lengthOf("2016-11-06", NEW_YORK)).isEqualTo(Duration.ofHours(25));
        assertThat(lengthOf("2016-03-14", NEW_YORK)).isEqualTo(Duration.ofHours(24));
        assertThat(lengthOf("2016-03-13", SHANGHAI)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    @DisplayName("begins at its first instant where the clocks skip midnight")
    void beginsAtItsFirstInstant() {
        var start = NaturalDay.start(LocalDate.of(2018, 11, 4), SAO_PAULO);
        assertThat(start).isEqualTo(at(SAO_PAULO, "2018-11-04T01:00")).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
        assertThat(NaturalDay.of(start, SAO_PAULO)).isEqualTo("2018-11-04");
        assertThat(NaturalDay.of(justBefore(start), SAO_PAULO)).isEqualTo("2018-11-03");
        assertThat(lengthOf("2018-11-04", SAO_PAULO)).isEqualTo(Duration.ofHours(23));
    }

    @Test
    @DisplayName("begins once, at the first of two midnights, where the clocks go back to the day before")
    void beginsAtTheFirstOfTwoMidnights() {
        var havana = ZoneId.of("America/Havana");
        assertThat(NaturalDay.start(LocalDate.of(2016, 11, 6), havana)).isEqualTo("2016-11-06T04:00:00Z");
        assertThat(lengthOf("2016-11-06", havana)).isEqualTo(Duration.ofHours(25));
    }

    @Test
    @DisplayName("ends where the next begins; where that one is left again, at the second of two midnights")
    void endsForGood() {
        var newfoundland = ZoneId.of("America/St_Johns");
        var sixth = LocalDate.of(2010, 11, 6);
        var seventh = NaturalDay.start(sixth.plusDays(1), newfoundland);
        assertThat(seventh).isEqualTo("2010-11-07T02:30:00Z");
        assertThat(NaturalDay.of(seventh, newfoundland)).isEqualTo("2010-11-07");
        assertThat(NaturalDay.of(seventh.plusSeconds(60), newfoundland)).isEqualTo(sixth);
        var end = NaturalDay.end(sixth, newfoundland);
        assertThat(end).isEqualTo("2010-11-07T03:30:00Z");
        assertThat(NaturalDay.of(justBefore(end), newfoundland)).isEqualTo(sixth);
        assertThat(NaturalDay.of(end, newfoundland)).isEqualTo("2010-11-07");
        assertThat(NaturalDay.end(LocalDate.of(2018, 11, 3), SAO_PAULO)).isEqualTo("2018-11-04T03:00:00Z");
        assertThat(NaturalDay.end(LocalDate.of(2016, 3, 1), SHANGHAI)).isEqualTo("2016-03-01T16:00:00Z");
    }

    @Test
    @DisplayName("has a same wall-clock time three days later, whatever hours lie between")
    void hasTheSameTimeLater() {
        assertThat(NaturalDay.sameTimeAfter(at("2016-02-27T10:00"), THREE_DAYS, SHANGHAI))
                .isEqualTo(at("2016-03-01T10:00"));
        assertThat(NaturalDay.sameTimeAfter(at(NEW_YORK, "2016-03-12T10:00"), THREE_DAYS, NEW_YORK))
                .isEqualTo(Instant.parse("2016-03-15T14:00:00Z"));
    }

    @Test
    @DisplayName("shifts forward a wall-clock time that the clocks skip")
    void shiftsForwardInAGap() {
        assertThat(NaturalDay.sameTimeAfter(at(NEW_YORK, "2016-03-10T02:30"), THREE_DAYS, NEW_YORK))
                .isEqualTo(at(NEW_YORK, "2016-03-13T03:30"))
                .isEqualTo(Instant.parse("2016-03-13T07:30:00Z"));
    }

    @Test
    @DisplayName("takes the earlier instant of a wall-clock time that comes twice")
    void takesTheEarlierInAnOverlap() {
        assertThat(NaturalDay.sameTimeAfter(at(NEW_YORK, "2016-11-03T01:30"), THREE_DAYS, NEW_YORK))
                .isEqualTo(Instant.parse("2016-11-06T05:30:00Z"));
    }

    @Test
    @DisplayName("takes the earlier instant also for a receipt in winter time")
    void takesTheEarlierFromEitherSide() {
        var receivedInTheSecondHour = Instant.parse("2016-11-06T06:30:00Z");
        assertThat(NaturalDay.sameTimeAfter(receivedInTheSecondHour, Period.ZERO, NEW_YORK))
                .isEqualTo(Instant.parse("2016-11-06T05:30:00Z"));
    }

    private static Duration lengthOf(String day, ZoneId zone) {
        var date = LocalDate.parse(day);
        return Duration.between(NaturalDay.start(date, zone), NaturalDay.start(date.plusDays(1), zone));
    }
}
