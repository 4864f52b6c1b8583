package io.hourglass.batch.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.hourglass.OwnTables;
import io.hourglass.RealPostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

@DisplayName("A user of PostgreSQL called as our schema")
class SchemaBesideOursTest {

    private final String address = RealPostgres.newDatabase();

    private HikariDataSource as(String user) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(address.replace("user=postgres", "user=" + user));
        pool.setMaximumPoolSize(2);
        new SchemaBesideOurs().postProcessBeforeInitialization(pool, "dataSource");
        return pool;
    }

    private void role(String name) {
        try (var pool = as("postgres")) {
            new JdbcTemplate(pool).execute("drop role if exists " + name);
            new JdbcTemplate(pool).execute("create role " + name + " superuser login");
        }
    }

    private static String present(HikariDataSource pool) {
        return String.valueOf(new JdbcTemplate(pool).queryForObject("select current_schema()", String.class));
    }

    @Test
    @DisplayName("starts a second time on what it made the first time")
    void twice() {
        role("hourglass");
        for (var start = 0; start < 2; start++) {
            try (var pool = as("hourglass")) {
                assertThat(present(pool)).isEqualTo("public");
                OwnTables.migrate(pool, "latest");
            }
        }
    }

    @Test
    @DisplayName("has a search path of its own but for our schema, and any other user the whole of it")
    void own() {
        role("with_a_path");
        try (var pool = as("postgres")) {
            var jdbc = new JdbcTemplate(pool);
            jdbc.execute("create schema hourglass");
            jdbc.execute("create schema \"Apart, ours\"");
            jdbc.execute("alter role with_a_path set search_path = hourglass, \"Apart, ours\", public");
            assertThat(present(pool)).isEqualTo("public");
        }
        try (var pool = as("with_a_path")) {
            assertThat(present(pool)).isEqualTo("Apart, ours");
        }
    }
}
