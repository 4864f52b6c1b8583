package io.hourglass.diagnosis.jdbc;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.hourglass.diagnosis.calendar.WorkCalendar;
import io.hourglass.diagnosis.calendar.WorkCalendars;
import io.hourglass.diagnosis.calendar.WorkingHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkCalendars implements WorkCalendars {

    private final JdbcClient jdbc;

    JdbcWorkCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row of the calendar for each holiday, or one without. */
    private record Row(WorkingHours hours, @Nullable LocalDate day, @Nullable String name) {

        static Row read(ResultSet row) throws SQLException {
            var days = Stream.of(row.getString("days").split(" ", -1))
                    .map(DayOfWeek::valueOf)
                    .collect(toSet());
            return new Row(
                    new WorkingHours(
                            days, LocalTime.parse(row.getString("begins")), LocalTime.parse(row.getString("ends"))),
                    row.getObject("on_day", LocalDate.class),
                    row.getString("name"));
        }
    }

    @Override
    public Optional<WorkCalendar> find() {
        var rows = jdbc.sql(
                        """
                        select c.days, c.begins, c.ends, h.on_day, h.name
                        from hourglass.work_calendar c left join hourglass.holiday h on 1 = 1""")
                .query((row, number) -> Row.read(row))
                .list();
        var holidays = new TreeMap<LocalDate, String>();
        for (var row : rows) {
            if (row.day() != null) {
                holidays.put(row.day(), String.valueOf(row.name()));
            }
        }
        return rows.stream().findFirst().map(row -> new WorkCalendar(row.hours(), holidays));
    }

    @Override
    public void put(WorkCalendar calendar) {
        jdbc.sql("delete from hourglass.holiday").update();
        jdbc.sql("delete from hourglass.work_calendar").update();
        var hours = calendar.hours();
        jdbc.sql("insert into hourglass.work_calendar (id, days, begins, ends) values (1, ?, ?, ?)")
                .params(
                        hours.days().stream().sorted().map(DayOfWeek::name).collect(joining(" ")),
                        hours.from().toString(),
                        hours.to().toString())
                .update();
        calendar.holidays()
                .forEach((day, name) -> jdbc.sql("insert into hourglass.holiday (on_day, name) values (?, ?)")
                        .params(day, name)
                        .update());
    }
}
