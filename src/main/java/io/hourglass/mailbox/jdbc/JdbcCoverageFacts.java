package io.hourglass.mailbox.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hourglass.batch.rows.InChunks;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailbox.coverage.CoverageFact;
import io.hourglass.mailbox.coverage.CoverageFacts;
import io.hourglass.mailbox.coverage.CoverageKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCoverageFacts implements CoverageFacts {

    private static final String COLUMNS =
            "select supplier, kind, from_at, until_at, recorded_at from hourglass.mailbox_fact ";

    private final JdbcClient jdbc;

    JdbcCoverageFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record OfSupplier(SupplierId supplier, CoverageFact fact) {}

    @Override
    public void add(SupplierId supplier, CoverageFact fact) {
        jdbc.sql(
                        """
                        insert into hourglass.mailbox_fact (supplier, kind, span, from_at, until_at, recorded_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        supplier.value(),
                        fact.kind().name(),
                        fact.kind().isSpan(),
                        UtcColumn.of(fact.from()),
                        UtcColumn.of(fact.until()),
                        UtcColumn.of(fact.recordedAt()))
                .update();
    }

    @Override
    public void moveOn(SupplierId supplier, Instant from, Instant until) {
        jdbc.sql(
                        """
                        update hourglass.mailbox_fact set until_at = ?
                        where supplier = ? and kind = 'READ' and until_at = ? and until_at < ?""")
                .params(UtcColumn.of(until), supplier.value(), UtcColumn.of(from), UtcColumn.of(until))
                .update();
    }

    @Override
    public void lock(SupplierId supplier) {
        jdbc.sql("select seq from hourglass.mailbox_fact where supplier = ? order by seq limit 1 for update")
                .param(supplier.value())
                .query(Long.class)
                .optional();
    }

    @Override
    public Optional<CoverageFact> lastRead(SupplierId supplier) {
        return jdbc.sql(COLUMNS + "where supplier = ? and kind = 'READ' order by until_at desc, seq desc limit 1")
                .param(supplier.value())
                .query((row, number) -> read(row).fact())
                .optional();
    }

    @Override
    public Map<SupplierId, List<CoverageFact>> since(Collection<SupplierId> suppliers, Instant since) {
        return InChunks.find(suppliers, some -> ofSome(some, since));
    }

    private Map<SupplierId, List<CoverageFact>> ofSome(List<SupplierId> some, Instant since) {
        var ids = some.stream().map(SupplierId::value).toArray();
        return jdbc
                .sql(COLUMNS + "where supplier = any (?) and (not span or until_at >= ?)")
                .params(new SqlArrayValue("varchar", ids), UtcColumn.of(since))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(groupingBy(OfSupplier::supplier, mapping(OfSupplier::fact, toList())));
    }

    private static OfSupplier read(ResultSet row) throws SQLException {
        return new OfSupplier(
                new SupplierId(row.getString("supplier")),
                new CoverageFact(
                        CoverageKind.valueOf(row.getString("kind")),
                        UtcColumn.read(row, "from_at"),
                        UtcColumn.read(row, "until_at"),
                        UtcColumn.read(row, "recorded_at")));
    }
}
