package io.hourglass.chat.jdbc;

import static java.util.stream.Collectors.groupingBy;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.MarkedBuyer;
import io.hourglass.chat.consultations.MarkedBuyers;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMarkedBuyers implements MarkedBuyers {

    private static final Insert MARKED = Insert.byKey(
            1,
            """
            insert into hourglass.marked_buyer (case_id, buyer, shop)
            select cast(? as varchar), cast(? as varchar), cast(? as varchar)
            where not exists (select 1 from hourglass.marked_buyer where case_id = ?)""");

    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final TransactionCache<BuyerId, List<MarkedBuyer>> known;

    JdbcMarkedBuyers(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.known = new TransactionCache<>(rows, this::load);
    }

    @Override
    public void add(MarkedBuyer marked) {
        var shop = marked.shop();
        var id = marked.id().value();
        rows.add(MARKED, id, marked.buyer().value(), shop == null ? null : shop.value(), id);
        known.change(marked.buyer()::equals, before -> plus(before.orElse(List.of()), marked));
    }

    @Override
    public Map<BuyerId, List<MarkedBuyer>> of(Collection<BuyerId> buyers) {
        return known.find(buyers);
    }

    @Override
    public Optional<MarkedBuyer> find(ConsultationId id) {
        return jdbc.sql("select * from hourglass.marked_buyer where case_id = ?")
                .param(id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    private Map<BuyerId, List<MarkedBuyer>> load(Set<BuyerId> buyers) {
        return jdbc
                .sql("select * from hourglass.marked_buyer where buyer = any (?)")
                .param(new SqlArrayValue(
                        "varchar", buyers.stream().map(BuyerId::value).toArray()))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(groupingBy(MarkedBuyer::buyer));
    }

    private static List<MarkedBuyer> plus(List<MarkedBuyer> before, MarkedBuyer further) {
        return before.contains(further)
                ? before
                : Stream.concat(before.stream(), Stream.of(further)).toList();
    }

    private static MarkedBuyer read(ResultSet row) throws SQLException {
        var shop = row.getString("shop");
        return new MarkedBuyer(
                new ConsultationId(row.getString("case_id")),
                new BuyerId(row.getString("buyer")),
                shop == null ? null : new SupplierId(shop));
    }
}
