package io.hourglass.market.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.TermsColumn;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.SearchTerms;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.market.Suppliers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSuppliers implements Suppliers {

    private static final Insert SUPPLIER =
            Insert.byKey(0, "insert into hourglass.supplier (id, first_seen_at, terms) values (?, ?, ?)");

    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final TransactionCache<SupplierId, Boolean> known;

    JdbcSuppliers(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.known = new TransactionCache<>(rows, this::loadKnown);
    }

    @Override
    public void met(SupplierId supplier, Instant at) {
        if (!isKnown(supplier)) {
            ExternalId.checkNew("supplier", supplier.value(), ExternalId.MAX_LENGTH);
            rows.add(SUPPLIER, supplier.value(), UtcColumn.of(at), SearchTerms.of(supplier.value()));
            known.put(supplier, true);
        }
    }

    @Override
    public Optional<Supplier> find(SupplierId supplier) {
        return jdbc.sql("select id, name, first_seen_at from hourglass.supplier where id = ?")
                .param(supplier.value())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Collection<SupplierId> known(Collection<SupplierId> suppliers) {
        return known.find(suppliers).keySet();
    }

    @Override
    public List<Supplier> all() {
        return jdbc
                .sql("select id, name, first_seen_at from hourglass.supplier")
                .query((row, number) -> read(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Supplier::id))
                .toList();
    }

    @Override
    public int count() {
        return jdbc.sql("select count(*) from hourglass.supplier")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<Supplier> some(long offset, int limit) {
        return jdbc.sql("select id, name, first_seen_at from hourglass.supplier order by id limit ? offset ?")
                .params(limit, offset)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<Supplier> called(String typed, long offset, int limit) {
        return called(typed, "lower(coalesce(name, id)), id", offset, limit);
    }

    @Override
    public List<Supplier> latestCalled(String typed, long offset, int limit) {
        return called(typed, "first_seen_at desc, id", offset, limit);
    }

    private List<Supplier> called(String typed, String order, long offset, int limit) {
        var words = SearchTerms.typed(typed);
        if (words.isEmpty() && !typed.isBlank()) {
            return List.of();
        }
        return jdbc.sql("select id, name, first_seen_at from hourglass.supplier where "
                        + TermsColumn.holdAll(words.size()) + " order by " + order + " limit ? offset ?")
                .params(TermsColumn.values(words, limit, offset))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Map<SupplierId, String> termsWith(String word, @Nullable SupplierId only, int limit) {
        var which = only == null ? "" : only.value();
        return jdbc
                .sql("select id, terms from hourglass.supplier where " + TermsColumn.holdAll(1)
                        + (only == null ? " and '' = ?" : " and id = ?") + " limit ?")
                .params(TermsColumn.values(List.of(word), which, limit))
                .query((row, number) -> Map.entry(new SupplierId(row.getString("id")), row.getString("terms")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Supplier read(ResultSet row) throws SQLException {
        return new Supplier(
                new SupplierId(row.getString("id")), row.getString("name"), UtcColumn.read(row, "first_seen_at"));
    }

    private Map<SupplierId, Boolean> loadKnown(Set<SupplierId> suppliers) {
        var ids = new SqlArrayValue(
                "varchar", suppliers.stream().map(SupplierId::value).toArray());
        return jdbc
                .sql("select id from hourglass.supplier where id = any (?)")
                .param(ids)
                .query(String.class)
                .list()
                .stream()
                .collect(toMap(SupplierId::new, id -> true));
    }
}
