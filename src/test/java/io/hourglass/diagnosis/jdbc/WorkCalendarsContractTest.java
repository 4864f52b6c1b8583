package io.hourglass.diagnosis.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.diagnosis.calendar.WorkCalendar;
import io.hourglass.diagnosis.calendar.WorkCalendars;
import io.hourglass.diagnosis.calendar.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The calendar of work")
class WorkCalendarsContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }
    }

    abstract static class Contract {

        private final WorkCalendars calendars;

        Contract(OwnTables tables) {
            this.calendars = new JdbcWorkCalendars(tables.jdbc());
        }

        @Test
        @DisplayName("reads as it was set last, with its holidays or without")
        void calendar() {
            assertThat(calendars.find()).isEmpty();
            var hours = new WorkingHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(0, 0), LocalTime.of(23, 59));
            var first = new WorkCalendar(
                    hours, new TreeMap<>(Map.of(LocalDate.of(2026, 10, 1), "国庆节", LocalDate.of(2026, 2, 17), "春节")));
            calendars.put(first);
            assertThat(calendars.find()).hasValue(first);
            var second = new WorkCalendar(
                    new WorkingHours(EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(9, 30), LocalTime.of(18, 0)));
            calendars.put(second);
            assertThat(calendars.find()).hasValue(second);
        }
    }
}
