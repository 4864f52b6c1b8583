package io.hourglass.rate.jdbc;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.Counts;
import io.hourglass.rate.DayBucket;
import io.hourglass.rate.DayBuckets;
import io.hourglass.sla.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row for each state that counts something. */
@Repository
class JdbcDayBuckets implements DayBuckets {

    /** What the inquiries count on; the chat will have rows of its own. */
    static final String TRACK = "INQUIRY";

    /** A range of the primary key. */
    static final String WINDOW =
            """
            select received_day, state, count from hourglass.day_bucket
            where track = ? and supplier = ? and received_day between ? and ?""";

    private static final int BATCH = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    JdbcDayBuckets(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** In the order of the key, so that two who write do not wait for each other, and a window's rows lie together. */
    @Override
    public void add(Collection<DayBucket> buckets) {
        var rows = buckets.stream()
                .sorted(comparing(DayBucket::supplier).thenComparing(DayBucket::day))
                .flatMap(JdbcDayBuckets::rows)
                .toList();
        template.batchUpdate(
                "insert into hourglass.day_bucket (track, supplier, received_day, state, count) values (?, ?, ?, ?, ?)",
                rows,
                BATCH,
                (insert, row) -> {
                    for (var column = 0; column < row.length; column++) {
                        insert.setObject(column + 1, row[column]);
                    }
                });
    }

    private static Stream<Object[]> rows(DayBucket bucket) {
        return bucket.counts().byState().entrySet().stream()
                .sorted(comparing(count -> count.getKey().name()))
                .map(count -> new Object[] {
                    TRACK,
                    bucket.supplier().value(),
                    bucket.day(),
                    count.getKey().name(),
                    count.getValue()
                });
    }

    @Override
    public void replace(DayBucket bucket) {
        jdbc.sql("delete from hourglass.day_bucket where track = ? and supplier = ? and received_day = ?")
                .params(TRACK, bucket.supplier().value(), bucket.day())
                .update();
        add(List.of(bucket));
    }

    @Override
    public List<DayBucket> of(SupplierId supplier, LocalDate from, LocalDate to) {
        return jdbc
                .sql(WINDOW)
                .params(TRACK, supplier.value(), from, to)
                .query((row, number) -> Map.entry(row.getObject("received_day", LocalDate.class), count(row)))
                .list()
                .stream()
                .collect(groupingBy(
                        Map.Entry::getKey,
                        TreeMap::new,
                        mapping(Map.Entry::getValue, toMap(Map.Entry::getKey, Map.Entry::getValue))))
                .entrySet()
                .stream()
                .map(day -> new DayBucket(supplier, day.getKey(), new Counts(day.getValue())))
                .toList();
    }

    @Override
    public Counts totals(@Nullable SupplierId supplier, LocalDate from, LocalDate to) {
        var counts = jdbc.sql("select state, sum(count) as count from hourglass.day_bucket"
                        + " where track = :track and received_day between :from and :to"
                        + (supplier == null ? "" : " and supplier = :supplier")
                        + " group by state")
                .param("track", TRACK)
                .param("from", from)
                .param("to", to)
                .param("supplier", supplier == null ? "" : supplier.value())
                .query((row, number) -> count(row))
                .list();
        return new Counts(counts.stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map.Entry<State, Integer> count(ResultSet row) throws SQLException {
        return Map.entry(State.valueOf(row.getString("state")), row.getInt("count"));
    }
}
