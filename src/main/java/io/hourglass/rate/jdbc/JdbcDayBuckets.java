package io.hourglass.rate.jdbc;

import io.hourglass.kernel.SupplierId;
import io.hourglass.rate.DayBucket;
import io.hourglass.rate.DayBuckets;
import io.hourglass.sla.State;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDayBuckets implements DayBuckets {

    private static final int BATCH = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    JdbcDayBuckets(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    @Override
    public void add(Collection<DayBucket> buckets) {
        template.batchUpdate(
                """
                insert into hourglass.day_bucket (supplier, received_day, timely, late, unanswered, unverified,
                    duplicates, rejected, spam)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                buckets,
                BATCH,
                JdbcDayBuckets::write);
    }

    @Override
    public void replace(DayBucket bucket) {
        jdbc.sql("delete from hourglass.day_bucket where supplier = ? and received_day = ?")
                .params(bucket.supplier().value(), bucket.day())
                .update();
        add(List.of(bucket));
    }

    @Override
    public List<DayBucket> of(SupplierId supplier, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select * from hourglass.day_bucket
                        where supplier = ? and received_day between ? and ? order by received_day""")
                .params(supplier.value(), from, to)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Totals totals(@Nullable SupplierId supplier, LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select coalesce(sum(timely), 0) as timely, coalesce(sum(late), 0) as late,
                            coalesce(sum(unanswered), 0) as unanswered, coalesce(sum(rejected), 0) as rejected
                        from hourglass.day_bucket
                        where received_day between :from and :to"""
                                + (supplier == null ? "" : " and supplier = :supplier"))
                .param("from", from)
                .param("to", to)
                .param("supplier", supplier == null ? "" : supplier.value())
                .query(Totals.class)
                .single();
    }

    private static void write(PreparedStatement insert, DayBucket bucket) throws SQLException {
        insert.setString(1, bucket.supplier().value());
        insert.setObject(2, bucket.day());
        insert.setInt(3, bucket.count(State.TIMELY));
        insert.setInt(4, bucket.count(State.LATE));
        insert.setInt(5, bucket.count(State.UNANSWERED));
        insert.setInt(6, bucket.count(State.UNVERIFIED));
        insert.setInt(7, bucket.count(State.DUPLICATE));
        insert.setInt(8, bucket.count(State.REJECTED));
        insert.setInt(9, bucket.count(State.SPAM));
    }

    private static DayBucket read(ResultSet row) throws SQLException {
        return new DayBucket(
                new SupplierId(row.getString("supplier")),
                row.getObject("received_day", LocalDate.class),
                Map.of(
                        State.TIMELY, row.getInt("timely"),
                        State.LATE, row.getInt("late"),
                        State.UNANSWERED, row.getInt("unanswered"),
                        State.UNVERIFIED, row.getInt("unverified"),
                        State.DUPLICATE, row.getInt("duplicates"),
                        State.REJECTED, row.getInt("rejected"),
                        State.SPAM, row.getInt("spam")));
    }
}
