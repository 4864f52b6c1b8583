package io.hourglass.rate.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.group.Lookup;
import io.hourglass.group.Rows;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.rate.BookDay;
import io.hourglass.rate.BookDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcBookDays implements BookDays {

    private static final int BATCH = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Lookup<LocalDate, BookDay> byDay;
    private final Lookup<LocalDate, BookDay> locked;

    JdbcBookDays(JdbcTemplate template, JdbcClient jdbc, Rows rows) {
        this.template = template;
        this.jdbc = jdbc;
        this.byDay = new Lookup<>(rows, days -> load(days, ""));
        this.locked = new Lookup<>(rows, days -> load(days, " order by received_day for update"));
    }

    @Override
    public Optional<BookDay> find(LocalDate day) {
        return byDay.find(day);
    }

    @Override
    public Optional<BookDay> lock(LocalDate day) {
        return locked.find(day);
    }

    @Override
    public Optional<LocalDate> first() {
        return jdbc.sql("select first_day from hourglass.books where id = 1 and first_day is not null")
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public Optional<Range> lockRange() {
        return jdbc.sql("select first_day, last_day from hourglass.books where id = 1 for update")
                .query((row, number) -> range(row))
                .single();
    }

    @Override
    public void open(List<BookDay> opened, Range rangeAfterwards) {
        template.batchUpdate(
                "insert into hourglass.book_day (received_day, closes_at) values (?, ?)",
                opened,
                BATCH,
                (insert, day) -> {
                    insert.setObject(1, day.day());
                    insert.setObject(2, UtcColumn.of(day.closesAt()));
                });
        opened.forEach(day -> forget(day.day()));
        jdbc.sql("update hourglass.books set first_day = ?, last_day = ? where id = 1")
                .params(rangeAfterwards.first(), rangeAfterwards.last())
                .update();
    }

    @Override
    public void markSettled(LocalDate day, Instant at) {
        jdbc.sql("update hourglass.book_day set settled_at = ? where received_day = ?")
                .params(UtcColumn.of(at), day)
                .update();
        forget(day);
    }

    @Override
    public void markPublished(LocalDate day, LocalDate publishedOn) {
        jdbc.sql("update hourglass.book_day set published_on = ? where received_day = ?")
                .params(publishedOn, day)
                .update();
        forget(day);
    }

    @Override
    public List<LocalDate> unsettled(int limit) {
        return jdbc.sql(
                        """
                        select received_day from hourglass.book_day where settled_at is null
                        order by received_day limit ?""")
                .param(limit)
                .query(LocalDate.class)
                .list();
    }

    @Override
    public Optional<LocalDate> firstUnsettled() {
        return jdbc.sql("select received_day from hourglass.book_day where settled_at is null order by 1 limit 1")
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public Optional<LocalDate> latestPublication(LocalDate atMost) {
        return jdbc.sql("select published_on from hourglass.book_day where published_on <= ? order by 1 desc limit 1")
                .param(atMost)
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public Collection<LocalDate> settledAmong(Collection<LocalDate> days) {
        var dates = new SqlArrayValue("date", days.toArray());
        return jdbc.sql(
                        """
                        select received_day from hourglass.book_day
                        where settled_at is not null and received_day = any (?)""")
                .param(dates)
                .query(LocalDate.class)
                .set();
    }

    @Override
    public List<BookDay> latest(int count) {
        return jdbc.sql("select * from hourglass.book_day order by received_day desc limit ?")
                .param(count)
                .query((row, number) -> read(row))
                .list();
    }

    private Map<LocalDate, BookDay> load(Set<LocalDate> days, String suffix) {
        return jdbc
                .sql("select * from hourglass.book_day where received_day = any (?)" + suffix)
                .param(new SqlArrayValue("date", days.toArray()))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(toMap(BookDay::day, day -> day));
    }

    private void forget(LocalDate day) {
        byDay.forget(day);
        locked.forget(day);
    }

    private static Optional<Range> range(ResultSet row) throws SQLException {
        var first = row.getObject("first_day", LocalDate.class);
        return first == null
                ? Optional.empty()
                : Optional.of(new Range(first, row.getObject("last_day", LocalDate.class)));
    }

    private static BookDay read(ResultSet row) throws SQLException {
        return new BookDay(
                row.getObject("received_day", LocalDate.class),
                UtcColumn.read(row, "closes_at"),
                UtcColumn.readNullable(row, "settled_at"),
                row.getObject("published_on", LocalDate.class));
    }
}
