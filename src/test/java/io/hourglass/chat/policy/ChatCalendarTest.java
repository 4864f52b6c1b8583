package io.hourglass.chat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.chat.abnormal.AbnormalFigures;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.sla.days.DayCalendar;
import io.hourglass.sla.days.DayRules;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The days of chat")
class ChatCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final LocalDate CHANGE = LocalDate.of(2026, 3, 4);
    private static final LocalTime SIX = LocalTime.of(6, 0);

    @Test
    @DisplayName("are those of the version in force on them, whose wall clock closes them on the next day")
    void versions() {
        var calendar = calendar(SHANGHAI, SHANGHAI, LocalTime.of(8, 30));
        assertThat(calendar.day(CHANGE.minusDays(1)).policy().version()).isEqualTo(1);
        assertThat(calendar.day(CHANGE.minusDays(1)).booksClose())
                .isEqualTo(CHANGE.atTime(SIX).atZone(SHANGHAI).toInstant());
        assertThat(calendar.day(CHANGE).policy().version()).isEqualTo(2);
        assertThat(calendar.day(CHANGE).booksClose())
                .isEqualTo(CHANGE.plusDays(1).atTime(8, 30).atZone(SHANGHAI).toInstant());
    }

    @Test
    @DisplayName("go on to the start of the new zone's first day, and close on its morning, after they have ended")
    void zones() {
        for (var calendar : List.of(calendar(SHANGHAI, LOS_ANGELES, SIX), calendar(LOS_ANGELES, SHANGHAI, SIX))) {
            var last = calendar.day(CHANGE.minusDays(1));
            var zone = calendar.day(CHANGE).policy().days().zone();
            assertThat(last.end()).isEqualTo(CHANGE.atStartOfDay(zone).toInstant());
            assertThat(last.booksClose())
                    .isEqualTo(CHANGE.atTime(SIX).atZone(zone).toInstant())
                    .isAfter(last.end());
            assertThat(calendar.dayOf(last.end().minusMillis(1))).isEqualTo(last.date());
            assertThat(calendar.dayOf(last.end())).isEqualTo(CHANGE);
            assertThat(calendar.day(CHANGE.minusDays(2)).booksClose()).isBefore(last.booksClose());
            assertThat(calendar.day(CHANGE).booksClose()).isAfter(last.booksClose());
        }
    }

    /** Two versions, of which the second is in force from the start of a day of its own zone on. */
    private static ChatCalendar calendar(ZoneId first, ZoneId second, LocalTime secondClosesAt) {
        var days = DayCalendar.joined(List.of(
                new DayRules(Instant.EPOCH, first, Duration.ZERO, 1, 30, null),
                new DayRules(NaturalDay.start(CHANGE, second), second, Duration.ZERO, 1, 30, null)));
        var counting = Set.of(AuthorKind.HUMAN);
        var versions = List.of(
                new ChatPolicy(1, days.get(0), SIX, AbnormalFigures.usual(), counting),
                new ChatPolicy(2, days.get(1), secondClosesAt, AbnormalFigures.usual(), counting));
        return new ChatCalendar(() -> versions);
    }
}
