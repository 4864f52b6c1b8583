package io.hourglass.referral.jdbc;

import io.hourglass.batch.rows.TransactionCache;
import io.hourglass.batch.rows.WriteBatch;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.referral.links.LinkKeys;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLinkKeys implements LinkKeys {

    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final TransactionCache<String, List<LinkKey>> keys;

    JdbcLinkKeys(JdbcClient jdbc, WriteBatch rows) {
        this.jdbc = jdbc;
        this.keys = new TransactionCache<>(rows, all -> Map.of(ALL, load()));
    }

    @Override
    public List<LinkKey> all() {
        return keys.find(ALL).orElseThrow();
    }

    private List<LinkKey> load() {
        return jdbc.sql("select id, secret, made_at from hourglass.link_key order by id")
                .query((row, number) ->
                        new LinkKey(row.getInt("id"), row.getString("secret"), UtcColumn.read(row, "made_at")))
                .list();
    }

    @Override
    public void add(LinkKey key) {
        jdbc.sql("insert into hourglass.link_key (id, secret, made_at) values (?, ?, ?)")
                .params(key.id(), key.secret(), UtcColumn.of(key.madeAt()))
                .update();
        keys.forget(ALL);
    }
}
