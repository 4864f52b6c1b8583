package io.hourglass.messages.jdbc;

import io.hourglass.messages.signing.SigningKeys;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSigningKeys implements SigningKeys {

    private final JdbcClient jdbc;

    JdbcSigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> key() {
        return jdbc.sql("select secret from hourglass.webhook_key where id = 1")
                .query(String.class)
                .optional();
    }

    @Override
    public void add(String key) {
        jdbc.sql("insert into hourglass.webhook_key (id, secret) values (1, ?)")
                .param(key)
                .update();
    }
}
