package io.hourglass.bench.contender;

import io.hourglass.bench.work.Slice;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How the rivals settle a day: set-wise, in four statements, which is the least that it can cost. */
final class DaySums {

    private static final String DAY =
            "insert into hourglass.book_day (track, received_day, closes_at, settled_at, published_on) values ('INQUIRY', ?, ?, ?, ?)";
    private static final String BUCKETS =
            """
            insert into hourglass.day_bucket (track, subject, received_day, state, count)
            select 'INQUIRY', subject, received_day, state, count(*)
            from hourglass.verdict_entry e
            where received_day = ? and not exists (
                select 1 from hourglass.verdict_entry later where later.case_id = e.case_id and later.seq > e.seq)
            group by subject, received_day, state
            order by subject, state""";
    private static final String NUMBERS =
            """
            insert into hourglass.published_number (track, subject, published_on, revision, window_from, window_to, timely,
                countable, published_at)
            select 'INQUIRY', subject, cast(? as date), 1, cast(? as date), cast(? as date),
                sum(case when state = 'TIMELY' then count else 0 end), sum(count),
                cast(? as timestamp(3) with time zone)
            from hourglass.day_bucket
            where track = 'INQUIRY' and received_day between ? and ? and state in ('TIMELY', 'LATE', 'UNANSWERED')
            group by subject""";

    private DaySums() {}

    static void settle(Connection connection, Slice slice) throws SQLException {
        var policy = slice.times().policy();
        var day = slice.day();
        var on = day.plusDays(policy.days().booksCloseAfterDays());
        var from = day.minusDays(policy.days().rateWindowDays() - 1L);
        var now = UtcColumn.of(slice.times().settlement());
        Batch.write(
                connection,
                DAY,
                List.of(day),
                (row, date) -> Batch.set(row, date, UtcColumn.of(policy.days().booksClose(date)), now, on));
        Batch.write(connection, BUCKETS, List.of(day), (row, date) -> Batch.set(row, date));
        Batch.write(connection, NUMBERS, List.of(day), (row, to) -> Batch.set(row, on, from, to, now, from, to));
    }
}
