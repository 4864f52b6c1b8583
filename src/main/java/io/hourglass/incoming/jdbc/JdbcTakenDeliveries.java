package io.hourglass.incoming.jdbc;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.incoming.deliveries.Delivery;
import io.hourglass.incoming.deliveries.TakenDeliveries;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTakenDeliveries implements TakenDeliveries {

    private static final Insert DELIVERY = Insert.byKey(
            9, "insert into hourglass.incoming_delivery (id, source, body, received_at) values (?, ?, ?, ?)");

    private final JdbcClient jdbc;
    private final WriteBatch rows;

    JdbcTakenDeliveries(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Optional<String> bodyOf(String key) {
        return jdbc.sql("select body from hourglass.incoming_delivery where id = ?")
                .param(key)
                .query(String.class)
                .optional();
    }

    @Override
    public void add(Delivery delivery, Instant now) {
        rows.add(DELIVERY, delivery.key(), delivery.source(), delivery.body(), UtcColumn.of(now));
    }

    @Override
    public void forgetBefore(Instant instant) {
        jdbc.sql("delete from hourglass.incoming_delivery where received_at < ?")
                .param(UtcColumn.of(instant))
                .update();
    }
}
