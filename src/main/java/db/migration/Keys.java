package db.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;

/**
 * Keys of our own tables. One that an earlier script left without a name has another name on each database, so that no script
 * can drop it.
 */
final class Keys {

    private final Connection connection;
    private final DatabaseMetaData said;

    private Keys(Connection connection, DatabaseMetaData said) {
        this.connection = connection;
        this.said = said;
    }

    static Keys of(Connection connection) throws SQLException {
        return new Keys(connection, connection.getMetaData());
    }

    /** @param columns of the new key, in their order */
    void replacePrimary(String table, String columns) throws SQLException {
        try (var keys = said.getPrimaryKeys(null, stored("hourglass"), stored(table))) {
            if (keys.next()) {
                drop(table, keys.getString("PK_NAME"));
            }
        }
        execute("alter table hourglass.%s add constraint %s_key primary key (%s)".formatted(table, table, columns));
    }

    /** Those of the table that lead to the other. */
    void dropForeignKeys(String table, String other) throws SQLException {
        var names = new ArrayList<String>();
        try (var keys = said.getImportedKeys(null, stored("hourglass"), stored(table))) {
            while (keys.next()) {
                if (keys.getString("PKTABLE_NAME").equals(stored(other))) {
                    names.add(keys.getString("FK_NAME"));
                }
            }
        }
        for (var name : names) {
            drop(table, name);
        }
    }

    private void drop(String table, String constraint) throws SQLException {
        execute("alter table hourglass.%s drop constraint \"%s\"".formatted(table, constraint));
    }

    private void execute(String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private String stored(String name) throws SQLException {
        return said.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
