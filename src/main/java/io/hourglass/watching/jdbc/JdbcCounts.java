package io.hourglass.watching.jdbc;

import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.watching.Counts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCounts implements Counts {

    private static final int MOST = 100_000;

    private final JdbcClient jdbc;

    JdbcCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Queue outbox() {
        return jdbc.sql(
                        """
                        select count(*) as waiting, min(raised_at) as eldest from (
                            select raised_at from hourglass.event where handed_on = false order by seq limit ?) as fresh""")
                .param(MOST)
                .query((row, number) -> queue(row))
                .single();
    }

    /** By webhook, since the index of deliveries begins with it: those that arrived are not read. */
    @Override
    public List<Messages> messages() {
        return jdbc.sql(
                        """
                        select 'webhook' as way, count(*) filter (where d.state = 'WAITING') as waiting,
                            min(d.added_at) filter (where d.state = 'WAITING') as eldest,
                            count(*) filter (where d.state = 'DEAD') as dead
                        from hourglass.webhook w
                        join hourglass.delivery d on d.webhook = w.id and d.state in ('WAITING', 'DEAD')
                        union all
                        select 'mail', count(*) filter (where m.state = 'WAITING' and m.attempts > 0),
                            min(m.added_at) filter (where m.state = 'WAITING' and m.attempts > 0), count(*) filter (where m.state = 'DEAD')
                        from hourglass.outgoing_mail m where m.state in ('WAITING', 'DEAD')""")
                .query((row, number) -> new Messages(row.getString("way"), queue(row), row.getLong("dead")))
                .list();
    }

    @Override
    public Map<MailboxState, Queue> mailboxes() {
        return jdbc
                .sql(
                        """
                        select state, count(*) as waiting, min(coalesce(covered_until, connected_at)) as eldest
                        from hourglass.mailbox group by state""")
                .query((row, number) -> Map.entry(MailboxState.valueOf(row.getString("state")), queue(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<Sealed> seals() {
        return jdbc.sql(
                        """
                        select d.track, max(s.sealed_at) as sealed, count(*) filter (where s.received_day is null and d.received_day >
                            (select min(f.received_day) from hourglass.ledger_seal f where f.track = d.track)) as unsealed
                        from hourglass.book_day d
                        left join hourglass.ledger_seal s on s.track = d.track and s.received_day = d.received_day
                        where d.settled_at is not null group by d.track""")
                .query((row, number) -> new Sealed(
                        row.getString("track"), UtcColumn.readNullable(row, "sealed"), row.getLong("unsealed")))
                .list();
    }

    private static Queue queue(ResultSet row) throws SQLException {
        return new Queue(row.getLong("waiting"), UtcColumn.readNullable(row, "eldest"));
    }
}
