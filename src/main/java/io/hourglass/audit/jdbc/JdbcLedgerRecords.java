package io.hourglass.audit.jdbc;

import io.hourglass.audit.entries.LedgerEntry;
import io.hourglass.audit.entries.LedgerRecords;
import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLedgerRecords implements LedgerRecords {

    private static final Insert RECORD = new Insert(
            1,
            """
            insert into hourglass.ledger_record (kind, person, track, case_id, content, noted_at)
            values (?, ?, ?, ?, ?, ?)""");

    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final Clock clock;

    JdbcLedgerRecords(JdbcClient jdbc, WriteBatch rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void note(LedgerEntry entry) {
        rows.add(
                RECORD,
                entry.kind(),
                entry.by(),
                entry.track(),
                entry.caseId(),
                entry.json(),
                UtcColumn.of(clock.instant()));
    }

    @Override
    public void take(TrackDay day) {
        jdbc.sql("update hourglass.ledger_record set seal_day = ? where seal_day is null and track = ?")
                .params(day.day(), day.track().name())
                .update();
    }

    @Override
    public List<Noted> takenBy(TrackDay day) {
        return jdbc.sql("select * from hourglass.ledger_record where seal_day = ? and track = ? order by id")
                .params(day.day(), day.track().name())
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<LocalDate> daysWith(CaseId id) {
        return jdbc.sql(
                        """
                        select distinct seal_day from hourglass.ledger_record
                        where case_id = ? and track = ? and seal_day is not null order by seal_day""")
                .params(id.value(), id.track().name())
                .query(LocalDate.class)
                .list();
    }

    @Override
    public List<Noted> latest(String kind, Sought sought, long offset, int limit) {
        var sql = new StringBuilder("select * from hourglass.ledger_record where kind = ?");
        var parameters = new ArrayList<Object>(List.of(kind));
        if (!sought.by().isEmpty()) {
            sql.append(" and person = any (?)");
            parameters.add(new SqlArrayValue("varchar", sought.by().toArray()));
        }
        if (!sought.field().isEmpty()) {
            sql.append(" and position(cast(? as varchar) in content) > 0");
            parameters.add(sought.field());
        }
        var from = sought.from();
        if (from != null) {
            sql.append(" and noted_at >= ?");
            parameters.add(UtcColumn.of(from));
        }
        var until = sought.until();
        if (until != null) {
            sql.append(" and noted_at < ?");
            parameters.add(UtcColumn.of(until));
        }
        parameters.addAll(List.of(limit, offset));
        return jdbc.sql(sql.append(" order by id desc limit ? offset ?").toString())
                .params(parameters)
                .query((row, number) -> read(row))
                .list();
    }

    private static Noted read(ResultSet row) throws SQLException {
        return new Noted(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("person"),
                row.getString("case_id"),
                row.getString("content"),
                UtcColumn.read(row, "noted_at"));
    }
}
