package io.hourglass.messages.jdbc;

import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.messages.outbox.KeptEvent;
import io.hourglass.messages.webhooks.Deliveries;
import io.hourglass.messages.webhooks.Delivery;
import io.hourglass.messages.webhooks.Delivery.Failure;
import io.hourglass.messages.webhooks.Delivery.State;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeliveries implements Deliveries {

    private static final int BATCH = 500;

    private static final String COLUMNS =
            """
            select d.*, e.id as event_id, e.kind, e.about, e.happened_at
            from hourglass.delivery d join hourglass.event e on e.seq = d.event
            """;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    JdbcDeliveries(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    @Override
    public void add(Collection<KeptEvent> events, Instant dueAt) {
        jdbc.sql(
                        """
                        insert into hourglass.delivery (event, webhook, order_key, state, attempts, added_at, due_at)
                        select e.seq, w.id, e.order_key, 'WAITING', 0, cast(? as timestamp(3) with time zone),
                            cast(? as timestamp(3) with time zone)
                        from hourglass.event e
                          join hourglass.webhook_kind k on k.kind = e.kind and k.since <= e.raised_at
                          join hourglass.webhook w on w.id = k.webhook
                        where e.seq = any (?) and w.disabled is null""")
                .params(
                        UtcColumn.of(dueAt),
                        UtcColumn.of(dueAt),
                        new SqlArrayValue(
                                "bigint", events.stream().map(KeptEvent::seq).toArray()))
                .update();
    }

    @Override
    public void add(KeptEvent event, String webhook, Instant dueAt) {
        jdbc.sql(
                        """
                        insert into hourglass.delivery (event, webhook, order_key, state, attempts, added_at, due_at)
                        values (?, ?, ?, 'WAITING', 0, ?, ?)""")
                .params(event.seq(), webhook, event.orderKey(), UtcColumn.of(dueAt), UtcColumn.of(dueAt))
                .update();
    }

    /** The eldest of an order key by one look into the index: compared with all that wait, a backlog of ten thousand took seconds. */
    @Override
    public List<Claimed> claim(String webhook, Instant now, Instant until, int limit) {
        var claimed = jdbc.sql(
                        """
                        select d.event, d.attempts, d.added_at from hourglass.delivery d
                        where d.webhook = ? and d.state = 'WAITING' and d.due_at <= ? and d.event = (
                            select min(elder.event) from hourglass.delivery elder
                            where elder.webhook = d.webhook and elder.order_key = d.order_key
                              and elder.state = 'WAITING')
                        order by d.due_at, d.event limit ? for update skip locked""")
                .params(webhook, UtcColumn.of(now), limit)
                .query((row, number) ->
                        new Claimed(row.getLong("event"), row.getInt("attempts") + 1, UtcColumn.read(row, "added_at")))
                .list();
        if (!claimed.isEmpty()) {
            jdbc.sql(
                            """
                            update hourglass.delivery set due_at = ?, attempts = attempts + 1
                            where event = any (?) and webhook = ?""")
                    .params(
                            UtcColumn.of(until),
                            new SqlArrayValue(
                                    "bigint",
                                    claimed.stream().map(Claimed::event).toArray()),
                            webhook)
                    .update();
        }
        return claimed;
    }

    /** What arrived has arrived, even if another node has taken it since; a failure is only of the attempt that failed. */
    @Override
    public void end(Collection<Ended> ended) {
        template.batchUpdate(
                """
                update hourglass.delivery set state = ?, due_at = ?, ended_at = ?, status = ?, failure = ?
                where event = ? and webhook = ? and state = 'WAITING' and attempts >= ? and attempts <= ?""",
                ended,
                BATCH,
                JdbcDeliveries::set);
    }

    private static void set(PreparedStatement row, Ended ended) throws SQLException {
        var outcome = ended.outcome();
        var attempts = ended.claimed().attempts();
        var at = UtcColumn.of(outcome.at());
        row.setString(1, outcome.state().name());
        row.setObject(2, at);
        row.setObject(3, outcome.state() == State.WAITING ? null : at, Types.TIMESTAMP_WITH_TIMEZONE);
        row.setObject(4, outcome.status(), Types.INTEGER);
        row.setString(5, outcome.failure() == null ? null : outcome.failure().name());
        row.setLong(6, ended.claimed().event());
        row.setString(7, ended.webhook());
        row.setInt(8, attempts);
        row.setInt(9, outcome.state() == State.DELIVERED ? Integer.MAX_VALUE : attempts);
    }

    @Override
    public void giveUp(String webhook, Instant at) {
        jdbc.sql(
                        """
                        update hourglass.delivery set state = 'DEAD', ended_at = ?, status = null, failure = ?
                        where webhook = ? and state = 'WAITING'""")
                .params(UtcColumn.of(at), Failure.DISABLED.name(), webhook)
                .update();
    }

    @Override
    public boolean sendAgain(String webhook, String event, Instant now) {
        return sendAgain(
                        " and state <> 'WAITING' and event = (select seq from hourglass.event where id = ?)",
                        now,
                        webhook,
                        event)
                > 0;
    }

    @Override
    public int sendAgain(String webhook, Instant now) {
        return sendAgain(" and state = 'DEAD'", now, webhook);
    }

    private int sendAgain(String which, Instant now, Object... params) {
        var all = new ArrayList<Object>(List.of(UtcColumn.of(now), UtcColumn.of(now)));
        all.addAll(List.of(params));
        return jdbc.sql(
                        """
                        update hourglass.delivery
                        set state = 'WAITING', attempts = 0, added_at = ?, due_at = ?, ended_at = null, status = null, failure = null
                        where webhook = ?"""
                                + which)
                .params(all)
                .update();
    }

    @Override
    public Optional<Instant> nextDue(String webhook) {
        return jdbc.sql("select min(due_at) as due from hourglass.delivery where webhook = ? and state = 'WAITING'")
                .param(webhook)
                .query((row, number) -> Optional.ofNullable(UtcColumn.readNullable(row, "due")))
                .single();
    }

    @Override
    public List<Delivery> latest(Sought sought, long offset, int limit) {
        var where = new StringBuilder("where true");
        var params = new ArrayList<Object>();
        if (sought.webhook() != null) {
            where.append(" and d.webhook = ?");
            params.add(sought.webhook());
        }
        if (sought.state() != null) {
            where.append(" and d.state = ?");
            params.add(sought.state().name());
        }
        params.addAll(List.of(limit, offset));
        return jdbc.sql(COLUMNS + where + " order by d.event desc, d.webhook limit ? offset ?")
                .params(params)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<Count> counted() {
        return jdbc.sql(
                        """
                        select webhook, state, count(*) as count from hourglass.delivery
                        where state in ('WAITING', 'DEAD') group by webhook, state order by webhook, state""")
                .query((row, number) ->
                        new Count(row.getString("webhook"), State.valueOf(row.getString("state")), row.getInt("count")))
                .list();
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return Delivery.builder()
                .webhook(row.getString("webhook"))
                .event(row.getString("event_id"))
                .kind(row.getString("kind"))
                .about(row.getString("about"))
                .happenedAt(UtcColumn.read(row, "happened_at"))
                .state(State.valueOf(row.getString("state")))
                .attempts(row.getInt("attempts"))
                .dueAt(UtcColumn.read(row, "due_at"))
                .status(row.getObject("status", Integer.class))
                .failure(failure(row.getString("failure")))
                .endedAt(UtcColumn.readNullable(row, "ended_at"))
                .build();
    }

    private static @Nullable Failure failure(@Nullable String name) {
        return name == null ? null : Failure.valueOf(name);
    }
}
