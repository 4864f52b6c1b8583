package io.hourglass.incoming.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.incoming.deliveries.Delivery;
import io.hourglass.incoming.deliveries.DeliveryKey;
import io.hourglass.incoming.deliveries.TakenDeliveries;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTakenDeliveries implements TakenDeliveries {

    private static final Insert DELIVERY = Insert.byKey(
            9, "insert into hourglass.incoming_delivery (id, source, body, received_at) values (?, ?, ?, ?)");

    private final JdbcClient jdbc;
    private final WriteBatch rows;
    private final TransactionCache<DeliveryKey, String> known;

    JdbcTakenDeliveries(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.known = new TransactionCache<>(rows, this::load);
    }

    @Override
    public Optional<String> bodyOf(DeliveryKey key) {
        return known.find(key);
    }

    @Override
    public void prefetch(Collection<DeliveryKey> keys) {
        known.find(keys);
    }

    private Map<DeliveryKey, String> load(Set<DeliveryKey> keys) {
        return jdbc
                .sql("select id, body from hourglass.incoming_delivery where id = any (?)")
                .param(new SqlArrayValue(
                        "varchar", keys.stream().map(DeliveryKey::hash).toArray()))
                .query((row, number) -> Map.entry(new DeliveryKey(row.getString("id")), row.getString("body")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void add(Delivery delivery, Instant now) {
        var key = delivery.key();
        rows.add(DELIVERY, key.hash(), delivery.source(), delivery.body(), UtcColumn.of(now));
        known.put(key, delivery.body());
    }

    @Override
    public void forgetBefore(Instant instant) {
        jdbc.sql("delete from hourglass.incoming_delivery where received_at < ?")
                .param(UtcColumn.of(instant))
                .update();
    }
}
