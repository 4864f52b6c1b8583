package io.hourglass.rate.jdbc;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.rate.Counts;
import io.hourglass.rate.PublishedNumber;
import io.hourglass.rate.PublishedNumbers;
import io.hourglass.sla.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPublishedNumbers implements PublishedNumbers {

    private final JdbcClient jdbc;

    JdbcPublishedNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int publish(LocalDate on, LocalDate windowFrom, LocalDate windowTo, Instant at) {
        return jdbc.sql(
                        """
                        insert into hourglass.published_number (supplier, published_on, revision, window_from,
                            window_to, timely, countable, published_at)
                        select supplier, cast(:on as date), 1, cast(:from as date), cast(:to as date),
                            sum(case when state = :timely then count else 0 end), sum(count),
                            cast(:at as timestamp(3) with time zone)
                        from hourglass.day_bucket
                        where track = :track and received_day between :from and :to and state in (:countable)
                        group by supplier""")
                .param("track", JdbcDayBuckets.TRACK)
                .param("timely", State.TIMELY.name())
                .param("countable", Counts.COUNTABLE.stream().map(State::name).toList())
                .param("on", on)
                .param("from", windowFrom)
                .param("to", windowTo)
                .param("at", UtcColumn.of(at))
                .update();
    }

    @Override
    public void add(PublishedNumber revision) {
        jdbc.sql(
                        """
                        insert into hourglass.published_number (supplier, published_on, revision, window_from,
                            window_to, timely, countable, published_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        revision.supplier().value(),
                        revision.publishedOn(),
                        revision.revision(),
                        revision.windowFrom(),
                        revision.windowTo(),
                        revision.timely(),
                        revision.countable(),
                        UtcColumn.of(revision.publishedAt()))
                .update();
    }

    @Override
    public Optional<PublishedNumber> find(SupplierId supplier, LocalDate on) {
        return latest("", supplier.value(), on);
    }

    @Override
    public Optional<PublishedNumber> find(SupplierId supplier, LocalDate on, Instant knownAt) {
        return latest(" and published_at <= ?", supplier.value(), on, UtcColumn.of(knownAt));
    }

    private Optional<PublishedNumber> latest(String condition, Object... params) {
        return jdbc.sql("select * from hourglass.published_number where supplier = ? and published_on = ?" + condition
                        + " order by revision desc limit 1")
                .params(params)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<PublishedNumber> revisionsOf(SupplierId supplier, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select * from hourglass.published_number
                        where supplier = ? and published_on between ? and ? order by published_on, revision""")
                .params(supplier.value(), from, to)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<PublishedNumber> firstOn(LocalDate date) {
        return jdbc
                .sql("select * from hourglass.published_number where published_on = ? and revision = 1")
                .param(date)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .sorted(comparing(PublishedNumber::supplier))
                .toList();
    }

    @Override
    public List<PublishedNumber> on(LocalDate date) {
        return jdbc
                .sql(
                        """
                        select * from hourglass.published_number p
                        where published_on = ? and not exists (
                            select 1 from hourglass.published_number later
                            where later.supplier = p.supplier and later.published_on = p.published_on
                              and later.revision > p.revision)""")
                .param(date)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .sorted(comparing(PublishedNumber::supplier))
                .toList();
    }

    @Override
    public Map<SupplierId, PublishedNumber> on(LocalDate date, Collection<SupplierId> suppliers) {
        var ids = new SqlArrayValue(
                "varchar", suppliers.stream().map(SupplierId::value).toArray());
        return jdbc
                .sql("select * from hourglass.published_number where published_on = ? and supplier = any (?)")
                .params(date, ids)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(toMap(PublishedNumber::supplier, number -> number, JdbcPublishedNumbers::later));
    }

    private static PublishedNumber later(PublishedNumber one, PublishedNumber other) {
        return one.revision() > other.revision() ? one : other;
    }

    private static PublishedNumber read(ResultSet row) throws SQLException {
        return new PublishedNumber(
                new SupplierId(row.getString("supplier")),
                row.getObject("published_on", LocalDate.class),
                row.getInt("revision"),
                row.getObject("window_from", LocalDate.class),
                row.getObject("window_to", LocalDate.class),
                row.getInt("timely"),
                row.getInt("countable"),
                UtcColumn.read(row, "published_at"));
    }
}
