package io.hourglass.operations.jdbc;

import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.operations.reconciler.ReconcilerRounds;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcReconcilerRounds implements ReconcilerRounds {

    private final JdbcClient jdbc;

    JdbcReconcilerRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean tryHold() {
        return jdbc.sql("select id from hourglass.reconciler where id = 1 for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public Optional<Round> last() {
        return jdbc.sql("select * from hourglass.reconciler where id = 1 and round_at is not null")
                .query((row, number) -> new Round(
                        UtcColumn.read(row, "round_at"),
                        Duration.ofMillis(row.getLong("took_ms")),
                        row.getInt("looked_at"),
                        row.getInt("left_alone"),
                        row.getInt("failed")))
                .optional();
    }

    @Override
    public void add(Round round) {
        jdbc.sql(
                        """
                        update hourglass.reconciler
                        set round_at = ?, took_ms = ?, looked_at = ?, left_alone = ?, failed = ? where id = 1""")
                .params(
                        UtcColumn.of(round.at()),
                        round.took().toMillis(),
                        round.lookedAt(),
                        round.leftAlone(),
                        round.failed())
                .update();
    }
}
