package io.hourglass.mailbox.jdbc;

import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailbox.outages.Outage;
import io.hourglass.mailbox.outages.Outages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutages implements Outages {

    private static final String ALL = "select * from hourglass.outage ";

    private final JdbcClient jdbc;

    JdbcOutages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long declare(Outage outage) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into hourglass.outage (from_at, until_at, reason, declared_by, declared_for, declared_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        UtcColumn.of(outage.from()),
                        UtcColumn.of(outage.until()),
                        outage.reason(),
                        outage.declaredBy(),
                        outage.declaredFor(),
                        UtcColumn.of(outage.declaredAt()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    @Override
    public void decide(long id, Outage.Decision decision) {
        jdbc.sql(
                        """
                        update hourglass.outage set consented = ?, decided_by = ?, decision_reason = ?, decided_at = ?
                        where id = ?""")
                .params(decision.consented(), decision.by(), decision.reason(), UtcColumn.of(decision.at()), id)
                .update();
    }

    @Override
    public Optional<Outage> lock(long id) {
        return one(ALL + "where id = ? for update", id);
    }

    @Override
    public Optional<Outage> find(long id) {
        return one(ALL + "where id = ?", id);
    }

    @Override
    public List<Outage> latest(long offset, int limit) {
        return jdbc.sql(ALL + "order by id desc limit ? offset ?")
                .params(limit, offset)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public int count() {
        return jdbc.sql("select count(*) from hourglass.outage")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Outage> consentedSince(Instant since) {
        return jdbc.sql(ALL + "where consented and until_at >= ? order by from_at, id")
                .param(UtcColumn.of(since))
                .query((row, number) -> read(row))
                .list();
    }

    private Optional<Outage> one(String sql, long id) {
        return jdbc.sql(sql).param(id).query((row, number) -> read(row)).optional();
    }

    private static Outage read(ResultSet row) throws SQLException {
        return Outage.builder()
                .id(row.getLong("id"))
                .from(UtcColumn.read(row, "from_at"))
                .until(UtcColumn.read(row, "until_at"))
                .reason(row.getString("reason"))
                .declaredBy(row.getString("declared_by"))
                .declaredFor(row.getString("declared_for"))
                .declaredAt(UtcColumn.read(row, "declared_at"))
                .decision(decision(row))
                .build();
    }

    private static Outage.@Nullable Decision decision(ResultSet row) throws SQLException {
        var at = UtcColumn.readNullable(row, "decided_at");
        return at == null
                ? null
                : new Outage.Decision(
                        row.getBoolean("consented"), row.getString("decided_by"), row.getString("decision_reason"), at);
    }
}
