package io.hourglass.bench.contender;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes rows by plain JDBC: one by itself, several as one batch. */
final class Batch {

    private Batch() {}

    /** Sets a row's values. */
    interface Row<T> {
        void set(PreparedStatement statement, T row) throws SQLException;
    }

    static <T> void write(Connection connection, String sql, List<T> rows, Row<T> values) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                values.set(statement, row);
                if (rows.size() > 1) {
                    statement.addBatch();
                }
            }
            if (rows.size() > 1) {
                statement.executeBatch();
            } else {
                statement.executeUpdate();
            }
        }
    }

    /** Several values in order, from the first on. */
    static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (var place = 0; place < values.length; place++) {
            statement.setObject(place + 1, values[place]);
        }
    }
}
