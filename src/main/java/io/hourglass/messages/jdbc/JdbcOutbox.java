package io.hourglass.messages.jdbc;

import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOutbox implements Outbox {

    private static final Insert EVENT = new Insert(
            9,
            """
            insert into hourglass.event (id, kind, track, about, order_key, happened_at, raised_at, data)
            values (?, ?, ?, ?, ?, ?, ?, ?)""");

    private final JdbcClient jdbc;
    private final WriteBatch rows;

    JdbcOutbox(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public void add(String id, Event event, Instant raisedAt, String data) {
        var track = event.track();
        rows.add(
                EVENT,
                id,
                event.kind().name(),
                track == null ? null : track.name(),
                event.about(),
                event.orderKey(),
                UtcColumn.of(event.at()),
                UtcColumn.of(raisedAt),
                data);
    }

    @Override
    public boolean tryHold() {
        return jdbc.sql("select id from hourglass.outbox where id = 1 for update skip locked")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public List<KeptEvent> fresh(int limit) {
        return jdbc.sql("select * from hourglass.event where handed_on = false order by seq limit ?")
                .param(limit)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public void markHandedOn(Collection<Long> seqs) {
        jdbc.sql("update hourglass.event set handed_on = true where seq = any (?)")
                .param(array(seqs))
                .update();
    }

    @Override
    public List<KeptEvent> find(Collection<Long> seqs) {
        return jdbc.sql("select * from hourglass.event where seq = any (?)")
                .param(array(seqs))
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Optional<KeptEvent> find(String id) {
        return jdbc.sql("select * from hourglass.event where id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public void forgetBefore(Instant instant) {
        jdbc.sql("delete from hourglass.event where raised_at < ?")
                .param(UtcColumn.of(instant))
                .update();
    }

    @Override
    public Optional<Instant> tryHoldLook(EventKind kind, Instant first) {
        jdbc.sql(
                        """
                        insert into hourglass.lookout (kind, looked_until)
                        select cast(? as varchar), cast(? as timestamp(3) with time zone)
                        where not exists (select 1 from hourglass.lookout where kind = ?)""")
                .params(kind.name(), UtcColumn.of(first), kind.name())
                .update();
        return jdbc.sql("select looked_until from hourglass.lookout where kind = ? for update skip locked")
                .param(kind.name())
                .query((row, number) -> UtcColumn.read(row, "looked_until"))
                .optional();
    }

    @Override
    public void looked(EventKind kind, Instant until) {
        jdbc.sql("update hourglass.lookout set looked_until = ? where kind = ?")
                .params(UtcColumn.of(until), kind.name())
                .update();
    }

    private static SqlArrayValue array(Collection<Long> seqs) {
        return new SqlArrayValue("bigint", seqs.toArray());
    }

    private static KeptEvent read(ResultSet row) throws SQLException {
        return new KeptEvent(
                row.getLong("seq"),
                row.getString("id"),
                new EventKind(row.getString("kind")),
                row.getString("track"),
                row.getString("about"),
                row.getString("order_key"),
                UtcColumn.read(row, "happened_at"),
                row.getString("data"));
    }
}
