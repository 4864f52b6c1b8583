package io.hourglass.batch.processes;

import io.hourglass.batch.processes.Reconciled.Did;
import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.WriteBatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What had to be done to processes beside their own course: those that were begun again, moved on or discarded. */
@Component
public class ReconcilerLog {

    private static final Insert DONE =
            new Insert(4, "insert into hourglass.reconciled (process, business_key, did, done_at) values (?, ?, ?, ?)");

    private final WriteBatch rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReconcilerLog(WriteBatch rows, JdbcTemplate jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = JdbcClient.create(jdbc);
        this.clock = clock;
    }

    /**
     * @param process the model's key
     */
    public record Done(String process, String businessKey, Did did, Instant at) {}

    public void add(String process, String businessKey, Did did) {
        rows.add(DONE, process, businessKey, did.name(), column(clock.instant()));
    }

    /** The latest first. */
    public List<Done> latest(int limit) {
        return jdbc.sql("select * from hourglass.reconciled order by id desc limit ?")
                .param(limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Forgets what was done before that instant. */
    public void forgetBefore(Instant instant) {
        jdbc.sql("delete from hourglass.reconciled where done_at < ?")
                .param(column(instant))
                .update();
    }

    /** The keys of processes that could not be notified and are not suspended, the longest first. */
    public List<String> untold(String process, int limit) {
        return jdbc.sql(
                        """
                        select u.business_key from hourglass.untold_process u
                        where u.process = ? and not exists (
                            select 1 from ACT_RU_EXECUTION p
                            where p.BUSINESS_KEY_ = u.business_key and p.SUSPENSION_STATE_ = 2)
                        order by u.since, u.business_key limit ?""")
                .params(process, limit)
                .query(String.class)
                .list();
    }

    /** How many could not be notified and wait, suspended ones included. */
    public int untoldCount() {
        return jdbc.sql("select count(*) from hourglass.untold_process")
                .query(Integer.class)
                .single();
    }

    /** They have been notified. */
    public void told(String process, Collection<String> businessKeys) {
        jdbc.sql("delete from hourglass.untold_process where process = ? and business_key = any (?)")
                .params(process, new SqlArrayValue("varchar", businessKeys.toArray()))
                .update();
    }

    private static Done read(ResultSet row) throws SQLException {
        return new Done(
                row.getString("process"),
                row.getString("business_key"),
                Did.valueOf(row.getString("did")),
                row.getObject("done_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
