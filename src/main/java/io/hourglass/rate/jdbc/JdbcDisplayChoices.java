package io.hourglass.rate.jdbc;

import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.rate.standing.DisplayChoices;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDisplayChoices implements DisplayChoices {

    private final JdbcClient jdbc;

    JdbcDisplayChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Choice latest(SupplierId supplier) {
        return jdbc.sql("select seq, shown from hourglass.display_choice where supplier = ? order by seq desc limit 1")
                .param(supplier.value())
                .query((row, number) -> new Choice(row.getInt("seq"), row.getBoolean("shown")))
                .optional()
                .orElse(new Choice(0, true));
    }

    @Override
    public Set<SupplierId> hidden() {
        return jdbc
                .sql(
                        """
                        select supplier from hourglass.display_choice c
                        where not shown and seq = (
                            select max(seq) from hourglass.display_choice later where later.supplier = c.supplier)""")
                .query(String.class)
                .list()
                .stream()
                .map(SupplierId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public void add(SupplierId supplier, Choice choice, Instant at) {
        jdbc.sql("insert into hourglass.display_choice (supplier, seq, shown, chosen_at) values (?, ?, ?, ?)")
                .params(supplier.value(), choice.number(), choice.shown(), UtcColumn.of(at))
                .update();
    }
}
