package io.hourglass.access.jdbc;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.ApiKey;
import io.hourglass.access.keys.ApiKeys;
import io.hourglass.kernel.time.UtcColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiKeys implements ApiKeys {

    private final JdbcClient jdbc;

    JdbcApiKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<ApiKey> find(String id) {
        return jdbc.sql("select * from hourglass.api_key where id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<ApiKey> all() {
        return jdbc.sql("select * from hourglass.api_key order by made_at, id")
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public void add(ApiKey key) {
        jdbc.sql(
                        """
                        insert into hourglass.api_key (id, name, scopes, secret_hash, made_at, made_by, person)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        key.id(),
                        key.name(),
                        key.scopes().stream().sorted().map(Scope::name).collect(joining(" ")),
                        key.secretHash(),
                        UtcColumn.of(key.madeAt()),
                        key.madeBy(),
                        key.person())
                .update();
    }

    @Override
    public Map<String, Instant> lastUsed() {
        return jdbc
                .sql("select id, last_used_at from hourglass.api_key where last_used_at is not null")
                .query((row, number) -> Map.entry(row.getString("id"), UtcColumn.read(row, "last_used_at")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void used(String id, Instant at) {
        jdbc.sql("update hourglass.api_key set last_used_at = ? where id = ?")
                .params(UtcColumn.of(at), id)
                .update();
    }

    @Override
    public boolean revoke(String id, Instant at) {
        return jdbc.sql("update hourglass.api_key set revoked_at = ? where id = ? and revoked_at is null")
                        .params(UtcColumn.of(at), id)
                        .update()
                > 0;
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return ApiKey.builder()
                .id(row.getString("id"))
                .name(row.getString("name"))
                .scopes(Stream.of(row.getString("scopes").split(" ", -1))
                        .map(Scope::valueOf)
                        .collect(toSet()))
                .secretHash(row.getString("secret_hash"))
                .madeAt(UtcColumn.read(row, "made_at"))
                .madeBy(row.getString("made_by"))
                .person(row.getString("person"))
                .revokedAt(UtcColumn.readNullable(row, "revoked_at"))
                .build();
    }
}
