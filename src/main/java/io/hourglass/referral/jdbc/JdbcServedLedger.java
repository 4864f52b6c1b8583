package io.hourglass.referral.jdbc;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.referral.ranking.ServedCounts.Counts;
import io.hourglass.referral.ranking.Trait;
import io.hourglass.referral.served.ServedLedger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** One row for each trait and supplier; the row of a trait without a supplier holds the sum of all. */
@Repository
class JdbcServedLedger implements ServedLedger {

    private static final String OF_ALL = "";
    private static final int CHUNK = 10_000;
    private static final int WALKS = 64;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionCache<Trait, List<SupplierId>> most;
    private final TransactionCache<Trait.Kind, List<String>> named;

    JdbcServedLedger(JdbcTemplate template, WriteBatch rows) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.most = new TransactionCache<>(rows, this::loadMost);
        this.named = new TransactionCache<>(rows, this::loadNamed);
    }

    private record Key(Trait trait, String supplier) {}

    private record Row(Trait trait, String supplier, int served) {

        Key key() {
            return new Key(trait, supplier);
        }

        Object[] values() {
            return new Object[] {served, trait.kind().name(), trait.value(), supplier};
        }
    }

    /** Days close one after the other, so there is no concurrent writer of these rows. */
    @Override
    public void forget(BuyerId buyer) {
        jdbc.sql("delete from hourglass.served_count where kind = ? and trait = ?")
                .params(Trait.Kind.BUYER.name(), buyer.value())
                .update();
    }

    @Override
    public void add(Map<Trait, Map<SupplierId, Integer>> counts) {
        var rows = counts.entrySet().stream()
                .flatMap(entry -> rows(entry.getKey(), entry.getValue()))
                .toList();
        for (var from = 0; from < rows.size(); from += CHUNK) {
            add(rows.subList(from, Math.min(rows.size(), from + CHUNK)));
        }
    }

    private void add(List<Row> rows) {
        var known = known(rows);
        template.batchUpdate(
                "update hourglass.served_count set served = served + ? where kind = ? and trait = ? and supplier = ?",
                rows.stream()
                        .filter(row -> known.contains(row.key()))
                        .map(Row::values)
                        .toList());
        template.batchUpdate(
                "insert into hourglass.served_count (served, kind, trait, supplier) values (?, ?, ?, ?)",
                rows.stream()
                        .filter(row -> !known.contains(row.key()))
                        .map(Row::values)
                        .toList());
    }

    private Set<Key> known(List<Row> rows) {
        return new HashSet<>(jdbc.sql(
                        """
                        select c.kind, c.trait, c.supplier
                        from unnest(cast(? as varchar array), cast(? as varchar array), cast(? as varchar array))
                            as t (kind, trait, supplier)
                        join hourglass.served_count c
                            on c.kind = t.kind and c.trait = t.trait and c.supplier = t.supplier""")
                .params(
                        texts(rows.stream().map(row -> row.trait().kind().name())),
                        texts(rows.stream().map(row -> row.trait().value())),
                        texts(rows.stream().map(Row::supplier)))
                .query((row, number) -> new Key(trait(row), row.getString("supplier")))
                .list());
    }

    @Override
    public Map<Trait, List<SupplierId>> mostOf(Collection<Trait> traits) {
        return most.find(traits);
    }

    @Override
    public Map<Trait, Counts> countsOf(List<Trait> traits, Collection<SupplierId> suppliers) {
        var totals = rowsOf(traits, List.of(OF_ALL)).stream().collect(toMap(Row::trait, Row::served));
        var bySupplier =
                rowsOf(
                                List.copyOf(totals.keySet()),
                                suppliers.stream().map(SupplierId::value).toList())
                        .stream()
                        .collect(groupingBy(Row::trait, toMap(row -> new SupplierId(row.supplier()), Row::served)));
        var counts = new HashMap<Trait, Counts>();
        totals.forEach(
                (trait, total) -> counts.put(trait, new Counts(total, bySupplier.getOrDefault(trait, Map.of()))));
        return counts;
    }

    /**
     * Each pair of trait and supplier through the key: in a join the planner would rather read the whole table, since of
     * the most general traits every supplier has a row.
     */
    private List<Row> rowsOf(List<Trait> traits, List<String> suppliers) {
        return jdbc
                .sql(
                        """
                        select t.place as trait_place, s.place as supplier_place, (
                            select c.served from hourglass.served_count c
                            where c.kind = t.kind and c.trait = t.trait and c.supplier = s.supplier) as served
                        from unnest(cast(? as varchar array), cast(? as varchar array)) with ordinality
                            as t (kind, trait, place)
                        cross join unnest(cast(? as varchar array)) with ordinality as s (supplier, place)""")
                .params(
                        texts(traits.stream().map(trait -> trait.kind().name())),
                        texts(traits.stream().map(Trait::value)),
                        texts(suppliers.stream()))
                .query((row, number) -> new Row(
                        traits.get(row.getInt("trait_place") - 1),
                        suppliers.get(row.getInt("supplier_place") - 1),
                        row.getInt("served")))
                .list()
                .stream()
                .filter(row -> row.served() > 0)
                .toList();
    }

    @Override
    public List<String> categories() {
        return named.find(Trait.Kind.CATEGORY).orElse(List.of());
    }

    private Map<Trait.Kind, List<String>> loadNamed(Set<Trait.Kind> kinds) {
        return jdbc
                .sql("select kind, trait from hourglass.served_count where kind = any (?) and supplier = ?")
                .params(texts(kinds.stream().map(Enum::name)), OF_ALL)
                .query((row, number) -> trait(row))
                .list()
                .stream()
                .collect(groupingBy(Trait::kind, mapping(Trait::value, toList())));
    }

    /** Each trait by its own walk down the index: sorting all suppliers of the most general ones would take longer. */
    private Map<Trait, List<SupplierId>> loadMost(Set<Trait> traits) {
        var walk = "(select kind, trait, supplier from hourglass.served_count where kind = ? and trait = ?"
                + " and supplier <> '' order by served desc limit " + MAX + ")";
        var asked = List.copyOf(traits);
        var found = new HashMap<Trait, List<SupplierId>>();
        for (var from = 0; from < asked.size(); from += WALKS) {
            var some = asked.subList(from, Math.min(asked.size(), from + WALKS));
            jdbc.sql(String.join(" union all ", nCopies(some.size(), walk)))
                    .params(some.stream()
                            .flatMap(trait -> Stream.of(trait.kind().name(), trait.value()))
                            .toList())
                    .query((row, number) -> Map.entry(trait(row), new SupplierId(row.getString("supplier"))))
                    .list()
                    .forEach(entry -> found.computeIfAbsent(entry.getKey(), trait -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return found;
    }

    private static Stream<Row> rows(Trait trait, Map<SupplierId, Integer> bySupplier) {
        var sum = bySupplier.values().stream().mapToInt(Integer::intValue).sum();
        return Stream.concat(
                Stream.of(new Row(trait, OF_ALL, sum)),
                bySupplier.entrySet().stream()
                        .map(entry -> new Row(trait, entry.getKey().value(), entry.getValue())));
    }

    private static Trait trait(ResultSet row) throws SQLException {
        return new Trait(Trait.Kind.valueOf(row.getString("kind")), row.getString("trait"));
    }

    private static SqlArrayValue texts(Stream<String> texts) {
        return new SqlArrayValue("varchar", texts.toArray());
    }
}
