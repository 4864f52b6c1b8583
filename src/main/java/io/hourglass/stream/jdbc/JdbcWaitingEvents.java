package io.hourglass.stream.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.stream.events.WaitingEvents;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaitingEvents implements WaitingEvents {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    JdbcWaitingEvents(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Override
    public void add(List<Waiting> some) {
        template.batchUpdate(
                "insert into hourglass.stream_event (event, record_key) values (?, ?)", some, BATCH, (row, one) -> {
                    row.setLong(1, one.event());
                    row.setString(2, one.key());
                });
    }

    @Override
    public List<Waiting> eldest(int limit) {
        return jdbc.sql("select event, record_key from hourglass.stream_event order by event limit ?")
                .param(limit)
                .query((row, number) -> new Waiting(row.getLong("event"), row.getString("record_key")))
                .list();
    }

    @Override
    public int count(int limit) {
        return jdbc.sql("select count(*) from (select event from hourglass.stream_event limit ?) counted")
                .param(limit)
                .query(Integer.class)
                .single();
    }

    @Override
    public void remove(Collection<Long> events) {
        jdbc.sql("delete from hourglass.stream_event where event = any (?)")
                .param(new SqlArrayValue("bigint", events.toArray()))
                .update();
    }

    @Override
    public boolean hold(String holder, Instant now, Instant until) {
        return jdbc.sql(
                                """
                                update hourglass.stream_sender set holder = ?, held_until = ?
                                where id = 1 and (holder is null or holder = ? or held_until <= ?)""")
                        .params(holder, UtcColumn.of(until), holder, UtcColumn.of(now))
                        .update()
                == 1;
    }

    @Override
    public void letGo(String holder) {
        jdbc.sql("update hourglass.stream_sender set holder = null, held_until = null where id = 1 and holder = ?")
                .param(holder)
                .update();
    }

    private record Since(EventKind kind, Instant instant) {}

    @Override
    public Map<EventKind, Instant> since(Collection<EventKind> kinds, Instant now) {
        var names =
                new SqlArrayValue("varchar", kinds.stream().map(EventKind::name).toArray());
        jdbc.sql("delete from hourglass.stream_kind where not kind = any (?)")
                .param(names)
                .update();
        kinds.forEach(kind -> begin(kind, now));
        return jdbc
                .sql("select kind, since from hourglass.stream_kind")
                .query((row, number) -> new Since(new EventKind(row.getString("kind")), UtcColumn.read(row, "since")))
                .list()
                .stream()
                .collect(toMap(Since::kind, Since::instant));
    }

    private void begin(EventKind kind, Instant now) {
        try {
            jdbc.sql(
                            """
                            insert into hourglass.stream_kind (kind, since)
                            select cast(? as varchar), cast(? as timestamp(3) with time zone)
                            where not exists (select 1 from hourglass.stream_kind where kind = ?)""")
                    .params(kind.name(), UtcColumn.of(now), kind.name())
                    .update();
        } catch (DuplicateKeyException e) {
            // another node begins at this moment
        }
    }
}
