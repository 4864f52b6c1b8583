package io.hourglass.market.jdbc;

import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.market.Suppliers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSuppliers implements Suppliers {

    private final JdbcClient jdbc;

    JdbcSuppliers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void met(SupplierId supplier, Instant at) {
        if (!isKnown(supplier)) {
            jdbc.sql("insert into hourglass.supplier (id, first_seen_at) values (?, ?)")
                    .params(supplier.value(), UtcColumn.of(at))
                    .update();
        }
    }

    @Override
    public boolean isKnown(SupplierId supplier) {
        return jdbc.sql("select 1 from hourglass.supplier where id = ?")
                .param(supplier.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public void name(SupplierId supplier, String name, Instant at) {
        met(supplier, at);
        jdbc.sql("update hourglass.supplier set name = ? where id = ?")
                .params(name, supplier.value())
                .update();
    }

    @Override
    public List<Supplier> all() {
        return jdbc
                .sql("select id, name, first_seen_at from hourglass.supplier")
                .query((row, number) -> new Supplier(
                        new SupplierId(row.getString("id")),
                        row.getString("name"),
                        UtcColumn.read(row, "first_seen_at")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Supplier::id))
                .toList();
    }
}
