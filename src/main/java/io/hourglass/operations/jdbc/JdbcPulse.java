package io.hourglass.operations.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.operations.Meters;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPulse implements Meters {

    private static final int SECONDS_AN_HOUR = 3600;
    private static final int FIRINGS_LOOKED_AT = 20_000;

    private final JdbcClient jdbc;

    JdbcPulse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<InquiryState, Long> verdictsSince(Instant instant, LocalDate firstDay) {
        return jdbc
                .sql(
                        """
                        select e.state, count(*) as inquiries from hourglass.verdict_entry e
                        where e.track = 'INQUIRY' and e.received_day >= ? and e.booked_at >= ?
                          and not exists (select 1 from hourglass.verdict_entry later
                                          where later.case_id = e.case_id and later.track = e.track
                                            and later.seq > e.seq)
                        group by e.state""")
                .params(firstDay, UtcColumn.of(instant))
                .query((row, number) ->
                        Map.entry(InquiryState.valueOf(row.getString("state")), row.getLong("inquiries")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<Instant, Long> intakeSince(Instant instant, LocalDate firstDay) {
        return jdbc
                .sql(
                        """
                        select received.epoch_hour, count(*) as inquiries from (
                            select cast(floor(extract(epoch from received_at) / 3600) as bigint) as epoch_hour
                            from hourglass.inquiry where received_day >= ? and received_at >= ?) as received
                        group by received.epoch_hour""")
                .params(firstDay, UtcColumn.of(instant))
                .query((row, number) -> Map.entry(
                        Instant.ofEpochSecond(row.getLong("epoch_hour") * SECONDS_AN_HOUR), row.getLong("inquiries")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By their ids, which rise with time and have an index. Timers that a person fired early were not late. */
    @Override
    public Lateness latenessSince(Instant instant) {
        return jdbc.sql(
                        """
                        select count(*) as timers, percentile_disc(0.5) within group (order by lateness) as median,
                            percentile_disc(0.99) within group (order by lateness) as p99, max(lateness) as most
                        from (select fired_at, greatest(extract(epoch from (fired_at - due_at)), 0) as lateness
                              from hourglass.timer_firing order by id desc limit ?) as latest
                        where fired_at >= ?""")
                .params(FIRINGS_LOOKED_AT, UtcColumn.of(instant))
                .query((row, number) ->
                        new Lateness(row.getLong("timers"), span(row, "median"), span(row, "p99"), span(row, "most")))
                .single();
    }

    private static @Nullable Duration span(ResultSet row, String column) throws SQLException {
        var seconds = row.getBigDecimal(column);
        return seconds == null
                ? null
                : Duration.ofMillis(seconds.movePointRight(3)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue());
    }
}
