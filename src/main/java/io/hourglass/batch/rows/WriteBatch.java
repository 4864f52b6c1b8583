package io.hourglass.batch.rows;

import static java.util.Comparator.comparing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Rows to be added, written as one batch for each statement before the transaction commits, and before it next asks the
 * database anything. Outside of a transaction a row is written immediately.
 */
@Component
public class WriteBatch {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;

    public WriteBatch(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** An error of the database, a duplicate key for one, may show only when the rows are written. */
    public void add(Insert insert, @Nullable Object... row) {
        var unit = UnitOfWork.current(this);
        if (unit == null) {
            write(insert, List.<@Nullable Object[]>of(row));
        } else {
            unit.add(insert, row);
        }
    }

    /**
     * Something is written past these rows, through a template or the process engine.
     *
     * @throws IllegalStateException in a transaction that only reads
     */
    public void wroteElsewhere() {
        var unit = UnitOfWork.current(this);
        if (unit != null) {
            unit.wrote();
        }
    }

    public void write() {
        var unit = UnitOfWork.current(this);
        if (unit != null) {
            unit.takePending().forEach(this::write);
        }
    }

    public int written() {
        var unit = UnitOfWork.current(this);
        return unit == null ? 0 : unit.written();
    }

    private void write(Insert insert, List<@Nullable Object[]> rows) {
        jdbc.batchUpdate(insert.sql(), insert.byKey() ? byKey(rows) : rows, BATCH, WriteBatch::set);
    }

    private static List<@Nullable Object[]> byKey(List<@Nullable Object[]> rows) {
        return rows.stream().sorted(comparing(row -> String.valueOf(row[0]))).toList();
    }

    private static void set(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (var column = 0; column < row.length; column++) {
            var value = row[column];
            if (value == null) {
                statement.setNull(column + 1, Types.VARCHAR);
            } else {
                statement.setObject(column + 1, value);
            }
        }
    }
}
