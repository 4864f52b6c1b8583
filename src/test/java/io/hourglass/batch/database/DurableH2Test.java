package io.hourglass.batch.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@DisplayName("A file of H2")
class DurableH2Test {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is written at each commit, whatever its address says, and no trace of errors grows beside it")
    void durable() throws IOException {
        var address = "jdbc:h2:file:" + folder.resolve("data") + ";WRITE_DELAY=500";
        var database = new SingleConnectionDataSource(address, true);
        new DurableH2(address, database).afterPropertiesSet();
        var before = trace();
        var jdbc = new JdbcTemplate(database);
        jdbc.execute("create table kept (id int primary key)");
        jdbc.execute("insert into kept values (1)");
        assertThatThrownBy(() -> jdbc.execute("insert into kept values (1)")).isInstanceOf(DuplicateKeyException.class);

        assertThat(jdbc.queryForList(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'",
                        String.class))
                .isNotEmpty()
                .containsOnly("0");
        database.destroy();
        assertThat(trace()).isEqualTo(before);
    }

    /** Of the opening there may be one. */
    private String trace() throws IOException {
        var file = folder.resolve("data.trace.db");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
