package io.hourglass.batch.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Rows of a transaction are written")
class WriteBatchTest {

    private static final String SQL = "insert into one (id) values (?)";

    private final SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:", true);
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final WriteBatch rows = new WriteBatch(database);

    @BeforeEach
    void table() {
        jdbc.execute("create table one (number integer generated always as identity, id varchar(9) primary key)");
    }

    private List<String> written(Insert insert, String... ids) {
        new TransactionTemplate(new JdbcTransactionManager(database)).executeWithoutResult(status -> {
            for (var id : ids) {
                rows.add(insert, id);
            }
        });
        return jdbc.queryForList("select id from one order by number", String.class);
    }

    @Test
    @DisplayName("as they were added")
    void asAdded() {
        assertThat(written(new Insert(1, SQL), "c", "a", "b")).containsExactly("c", "a", "b");
    }

    @Test
    @DisplayName(
            "in the order of their keys where others may add the same, so that none waits for one that waits for it")
    void byKey() {
        assertThat(written(Insert.byKey(1, SQL), "c", "a", "b")).containsExactly("a", "b", "c");
    }
}
