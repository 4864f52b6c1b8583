package io.hourglass.market.jdbc;

import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.text.SearchTerms;
import io.hourglass.market.profiles.Availability;
import io.hourglass.market.profiles.CategoryPath;
import io.hourglass.market.profiles.ProductWords;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.market.profiles.SupplierProfiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSupplierProfiles implements SupplierProfiles {

    private static final String ALL = "all";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionCache<String, List<String>> categories;

    JdbcSupplierProfiles(JdbcTemplate template, WriteBatch rows) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.categories = new TransactionCache<>(rows, all -> Map.of(ALL, loadCategories()));
    }

    @Override
    public void put(SupplierId supplier, SupplierProfile profile) {
        jdbc.sql(
                        """
                        update hourglass.supplier
                        set name = :name, company = :company, capacity = :capacity, suspended = :suspended,
                            products = :products, terms = :terms
                        where id = :id""")
                .param("name", profile.name())
                .param("company", profile.company())
                .param("capacity", profile.capacity())
                .param("suspended", profile.suspended())
                .param("products", profile.products())
                .param("terms", SearchTerms.of(supplier.value(), profile.name(), profile.company()))
                .param("id", supplier.value())
                .update();
        putCategories(supplier, profile);
        putWords(supplier, profile);
    }

    @Override
    public void suspend(SupplierId supplier, boolean suspended) {
        jdbc.sql("update hourglass.supplier set suspended = ? where id = ?")
                .params(suspended, supplier.value())
                .update();
    }

    @Override
    public List<SupplierId> suspended() {
        return jdbc
                .sql("select id from hourglass.supplier where suspended")
                .query((row, number) -> new SupplierId(row.getString("id")))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public Map<SupplierId, SupplierProfile> of(Collection<SupplierId> suppliers) {
        return jdbc
                .sql(
                        """
                        select s.id, s.name, s.company, s.capacity, s.suspended, s.products, (
                            select array_agg(c.category order by c.category) from hourglass.supplier_category c
                            where c.supplier = s.id and c.declared) as declared
                        from hourglass.supplier s where s.id = any (?)""")
                .param(ids(suppliers))
                .query((row, number) -> Map.entry(new SupplierId(row.getString("id")), read(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<SupplierId, Availability> availabilityOf(Collection<SupplierId> suppliers) {
        return jdbc
                .sql("select id, company, capacity, suspended from hourglass.supplier where id = any (?)")
                .param(ids(suppliers))
                .query((row, number) -> Map.entry(
                        new SupplierId(row.getString("id")),
                        new Availability(
                                row.getString("company"),
                                row.getObject("capacity", Integer.class),
                                row.getBoolean("suspended"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void lock(Collection<SupplierId> suppliers) {
        jdbc.sql("select id from hourglass.supplier where id = any (?) order by id for update")
                .param(ids(suppliers))
                .query(String.class)
                .list();
    }

    @Override
    public List<SupplierId> dealingIn(String category) {
        return jdbc
                .sql("select supplier from hourglass.supplier_category where category = ?")
                .param(category)
                .query((row, number) -> new SupplierId(row.getString("supplier")))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public Map<String, List<SupplierId>> withProducts(Set<String> words, int atMost) {
        if (words.isEmpty()) {
            return Map.of();
        }
        var oneOfMany =
                "(select word, supplier from hourglass.supplier_word where word = ? limit " + (atMost + 1) + ")";
        var found = jdbc
                .sql(String.join(" union all ", nCopies(words.size(), oneOfMany)))
                .params(List.copyOf(words))
                .query((row, number) -> Map.entry(row.getString("word"), new SupplierId(row.getString("supplier"))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        found.values().removeIf(suppliers -> suppliers.size() > atMost);
        return found;
    }

    @Override
    public List<String> categories() {
        return categories.find(ALL).orElseThrow();
    }

    private List<String> loadCategories() {
        return jdbc.sql("select distinct category from hourglass.supplier_category order by category")
                .query(String.class)
                .list();
    }

    private void putCategories(SupplierId supplier, SupplierProfile profile) {
        jdbc.sql("delete from hourglass.supplier_category where supplier = ?")
                .param(supplier.value())
                .update();
        var all = new TreeSet<String>();
        profile.categories().forEach(category -> all.addAll(CategoryPath.andThoseAbove(category)));
        categories.forget(ALL);
        template.batchUpdate(
                "insert into hourglass.supplier_category (category, supplier, declared) values (?, ?, ?)",
                all.stream()
                        .map(category -> new Object[] {
                            category, supplier.value(), profile.categories().contains(category)
                        })
                        .toList());
    }

    private void putWords(SupplierId supplier, SupplierProfile profile) {
        jdbc.sql("delete from hourglass.supplier_word where supplier = ?")
                .param(supplier.value())
                .update();
        template.batchUpdate(
                "insert into hourglass.supplier_word (word, supplier) values (?, ?)",
                ProductWords.of(profile.products()).stream()
                        .map(word -> new Object[] {word, supplier.value()})
                        .toList());
    }

    private static SupplierProfile read(ResultSet row) throws SQLException {
        var declared = row.getArray("declared");
        return new SupplierProfile(
                row.getString("name"),
                row.getString("company"),
                row.getObject("capacity", Integer.class),
                row.getBoolean("suspended"),
                declared == null
                        ? List.of()
                        : Stream.of((Object[]) declared.getArray())
                                .map(String.class::cast)
                                .toList(),
                row.getString("products"));
    }

    private static SqlArrayValue ids(Collection<SupplierId> suppliers) {
        return new SqlArrayValue(
                "varchar", suppliers.stream().map(SupplierId::value).toArray());
    }
}
