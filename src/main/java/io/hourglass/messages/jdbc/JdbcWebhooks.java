package io.hourglass.messages.jdbc;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.messages.webhooks.Webhook;
import io.hourglass.messages.webhooks.Webhook.Disabled;
import io.hourglass.messages.webhooks.Webhooks;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWebhooks implements Webhooks {

    private final JdbcClient jdbc;

    JdbcWebhooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Webhook> all() {
        return list("select * from hourglass.webhook order by added_at, id");
    }

    @Override
    public Optional<Webhook> find(String id) {
        return list("select * from hourglass.webhook where id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Webhook> lock(String id) {
        return list("select * from hourglass.webhook where id = ? for update", id).stream()
                .findFirst();
    }

    private List<Webhook> list(String query, Object... params) {
        var found =
                jdbc.sql(query).params(params).query((row, number) -> read(row)).list();
        var kinds = found.isEmpty() ? Map.<String, SortedSet<EventKind>>of() : kinds();
        return found.stream()
                .map(one -> one.withKinds(kinds.getOrDefault(one.id(), new TreeSet<>())))
                .toList();
    }

    private Map<String, SortedSet<EventKind>> kinds() {
        return jdbc
                .sql("select webhook, kind from hourglass.webhook_kind")
                .query((row, number) -> Map.entry(row.getString("webhook"), new EventKind(row.getString("kind"))))
                .list()
                .stream()
                .collect(groupingBy(Entry::getKey, mapping(Entry::getValue, toCollection(TreeSet::new))));
    }

    @Override
    public void add(Webhook webhook, Instant since) {
        jdbc.sql("insert into hourglass.webhook (id, url, generation, added_at) values (?, ?, ?, ?)")
                .params(webhook.id(), webhook.url().toString(), webhook.generation(), UtcColumn.of(webhook.addedAt()))
                .update();
        take(webhook.id(), webhook.kinds(), since);
    }

    @Override
    public void change(Webhook webhook) {
        var disabled = webhook.disabled();
        jdbc.sql(
                        """
                        update hourglass.webhook
                        set url = ?, generation = ?, former_until = ?, failing_since = ?, disabled = ? where id = ?""")
                .param(webhook.url().toString())
                .param(webhook.generation())
                .param(UtcColumn.ofNullable(webhook.formerUntil()))
                .param(UtcColumn.ofNullable(webhook.failingSince()))
                .param(disabled == null ? null : disabled.name())
                .param(webhook.id())
                .update();
    }

    @Override
    public void take(String id, Collection<EventKind> kinds, Instant since) {
        var names =
                new SqlArrayValue("varchar", kinds.stream().map(EventKind::name).toArray());
        jdbc.sql("delete from hourglass.webhook_kind where webhook = ? and not (kind = any (?))")
                .params(id, names)
                .update();
        kinds.forEach(kind -> jdbc.sql(
                        """
                        insert into hourglass.webhook_kind (webhook, kind, since)
                        select cast(? as varchar), cast(? as varchar), cast(? as timestamp(3) with time zone)
                        where not exists (select 1 from hourglass.webhook_kind where webhook = ? and kind = ?)""")
                .params(id, kind.name(), UtcColumn.of(since), id, kind.name())
                .update());
    }

    @Override
    public void takeAnew(String id, Instant since) {
        jdbc.sql("update hourglass.webhook_kind set since = ? where webhook = ?")
                .params(UtcColumn.of(since), id)
                .update();
    }

    @Override
    public void remove(String id) {
        jdbc.sql("delete from hourglass.webhook where id = ?").param(id).update();
    }

    @Override
    public Map<EventKind, Instant> wanted() {
        return jdbc
                .sql(
                        """
                        select kind, min(since) as since from hourglass.webhook_kind
                        where webhook in (select id from hourglass.webhook where disabled is null) group by kind""")
                .query((row, number) -> Map.entry(new EventKind(row.getString("kind")), UtcColumn.read(row, "since")))
                .list()
                .stream()
                .collect(toMap(Entry::getKey, Entry::getValue));
    }

    @Override
    public void works(String id) {
        jdbc.sql("update hourglass.webhook set failing_since = null where id = ? and failing_since is not null")
                .param(id)
                .update();
    }

    @Override
    public void fails(String id, Instant at) {
        jdbc.sql("update hourglass.webhook set failing_since = ? where id = ? and failing_since is null")
                .params(UtcColumn.of(at), id)
                .update();
    }

    @Override
    public void disable(String id, Disabled why) {
        jdbc.sql("update hourglass.webhook set disabled = ? where id = ? and disabled is null")
                .params(why.name(), id)
                .update();
    }

    private static Webhook read(ResultSet row) throws SQLException {
        return Webhook.builder()
                .id(row.getString("id"))
                .url(URI.create(row.getString("url")))
                .kinds(new TreeSet<>())
                .generation(row.getInt("generation"))
                .formerUntil(UtcColumn.readNullable(row, "former_until"))
                .addedAt(UtcColumn.read(row, "added_at"))
                .failingSince(UtcColumn.readNullable(row, "failing_since"))
                .disabled(disabled(row.getString("disabled")))
                .build();
    }

    private static @Nullable Disabled disabled(@Nullable String name) {
        return name == null ? null : Disabled.valueOf(name);
    }
}
