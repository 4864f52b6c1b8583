package io.hourglass.bench.contender;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plain JDBC transactions. */
final class Transactions {

    private final DataSource source;

    Transactions(DataSource source) {
        this.source = source;
    }

    /** What is done in one transaction. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    void run(Work work) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            commitOrRollBack(connection, work);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commitOrRollBack(Connection connection, Work work) throws SQLException {
        try {
            work.on(connection);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
