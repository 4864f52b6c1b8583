package io.hourglass.referral.jdbc;

import io.hourglass.kernel.UtcColumn;
import io.hourglass.referral.LinkKeys;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLinkKeys implements LinkKeys {

    private final JdbcClient jdbc;

    JdbcLinkKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LinkKey> all() {
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
    }
}
