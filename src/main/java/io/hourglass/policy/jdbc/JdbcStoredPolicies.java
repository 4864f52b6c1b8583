package io.hourglass.policy.jdbc;

import static java.util.stream.Collectors.groupingBy;

import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyVersion;
import io.hourglass.policy.versions.StoredPolicies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules of a version are one JSON text. A kind is locked by its first version's row. */
@Repository
class JdbcStoredPolicies implements StoredPolicies {

    private final JdbcClient jdbc;
    private final TransactionCache<String, List<PolicyVersion>> versions;

    JdbcStoredPolicies(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.versions = new TransactionCache<>(rows, this::load);
    }

    @Override
    public List<PolicyVersion> of(String kind) {
        return versions.find(kind).orElse(List.of());
    }

    @Override
    public void lock(String kind) {
        jdbc.sql("select version from hourglass.policy where kind = ? and version = 1 for update")
                .param(kind)
                .query(Integer.class)
                .optional();
        versions.forget(kind);
    }

    @Override
    public void add(PolicyVersion version) {
        var from = version.from();
        var at = from.at();
        jdbc.sql(
                        """
                        insert into hourglass.policy (kind, version, in_force_on, in_force_at, rules)
                        values (?, ?, ?, ?, ?)""")
                .param(1, version.kind())
                .param(2, version.version())
                .param(3, from.on(), Types.DATE)
                .param(4, at == null ? null : UtcColumn.of(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(5, version.rules().toString())
                .update();
        versions.forget(version.kind());
    }

    @Override
    public void withdraw(String kind, int version, Instant at) {
        jdbc.sql("update hourglass.policy set withdrawn_at = ? where kind = ? and version = ?")
                .params(UtcColumn.of(at), kind, version)
                .update();
        versions.forget(kind);
    }

    private Map<String, List<PolicyVersion>> load(Set<String> kinds) {
        return jdbc
                .sql("select * from hourglass.policy where kind in (:kinds) order by version")
                .param("kinds", kinds)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(groupingBy(PolicyVersion::kind));
    }

    private static PolicyVersion read(ResultSet row) throws SQLException {
        return new PolicyVersion(
                row.getString("kind"),
                row.getInt("version"),
                new EffectiveFrom(
                        row.getObject("in_force_on", LocalDate.class), UtcColumn.readNullable(row, "in_force_at")),
                PolicyJson.parsed(row.getString("rules")),
                UtcColumn.readNullable(row, "withdrawn_at"));
    }
}
