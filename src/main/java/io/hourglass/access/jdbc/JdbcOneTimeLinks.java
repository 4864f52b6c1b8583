package io.hourglass.access.jdbc;

import io.hourglass.access.accounts.OneTimeLinks;
import io.hourglass.kernel.time.UtcColumn;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOneTimeLinks implements OneTimeLinks {

    private final JdbcClient jdbc;

    JdbcOneTimeLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(Link link) {
        jdbc.sql("delete from hourglass.password_link where account = ?")
                .param(link.account())
                .update();
        jdbc.sql("insert into hourglass.password_link (account, token_hash, person, expires_at) values (?, ?, ?, ?)")
                .params(link.account(), link.tokenHash(), link.person(), UtcColumn.of(link.expiresAt()))
                .update();
    }

    @Override
    public Optional<Link> find(String tokenHash) {
        return jdbc.sql("select * from hourglass.password_link where token_hash = ?")
                .param(tokenHash)
                .query((row, number) -> new Link(
                        row.getString("account"),
                        row.getString("token_hash"),
                        row.getString("person"),
                        UtcColumn.read(row, "expires_at")))
                .optional();
    }

    @Override
    public boolean remove(Link link) {
        return jdbc.sql("delete from hourglass.password_link where token_hash = ?")
                        .param(link.tokenHash())
                        .update()
                > 0;
    }
}
