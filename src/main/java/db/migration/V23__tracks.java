package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Books, numbers, standing and ledger by track. What there is so far is of inquiries. A key that the first script left without
 * a name has another on each database, so that no script can drop it.
 */
public class V23__tracks extends BaseJavaMigration {

    private static final List<String> TABLES = List.of(
            "books",
            "book_day",
            "verdict_entry",
            "published_number",
            "display_choice",
            "standing_event",
            "ledger_seal",
            "ledger_marks",
            "ledger_record");

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var sql = connection.createStatement()) {
            for (var table : TABLES) {
                sql.execute("alter table hourglass.%s add column track varchar(16) default 'INQUIRY' not null"
                        .formatted(table));
                sql.execute("alter table hourglass.%s alter column track drop default".formatted(table));
            }
            dropForeignKeys(connection, sql, "day_bucket", "ledger_marks", "display_choice");
            key(connection, sql, "books", "track");
            sql.execute("alter table hourglass.books drop column id");
            key(connection, sql, "book_day", "received_day, track");
            entries(connection, sql);
            numbers(connection, sql);
            ledger(connection, sql);
        }
    }

    private static void entries(Connection connection, Statement sql) throws SQLException {
        sql.execute("alter table hourglass.verdict_entry rename column inquiry to case_id");
        sql.execute("alter table hourglass.verdict_entry rename column supplier to subject");
        key(connection, sql, "verdict_entry", "case_id, track, seq");
    }

    private static void numbers(Connection connection, Statement sql) throws SQLException {
        for (var table : List.of("day_bucket", "published_number", "display_choice", "standing_event")) {
            sql.execute("alter table hourglass.%s rename column supplier to subject".formatted(table));
        }
        sql.execute(
                """
                alter table hourglass.day_bucket add constraint day_bucket_of_day
                foreign key (received_day, track) references hourglass.book_day (received_day, track)""");
        key(connection, sql, "published_number", "subject, track, published_on, revision");
        key(connection, sql, "display_choice", "subject, track, seq");
    }

    private static void ledger(Connection connection, Statement sql) throws SQLException {
        key(connection, sql, "ledger_seal", "received_day, track");
        key(connection, sql, "ledger_marks", "received_day, track, part");
        sql.execute(
                """
                alter table hourglass.ledger_marks add constraint ledger_marks_of_seal
                foreign key (received_day, track) references hourglass.ledger_seal (received_day, track)""");
        sql.execute("alter table hourglass.ledger_record rename column inquiry to case_id");
    }

    private static void key(Connection connection, Statement sql, String table, String columns) throws SQLException {
        try (var keys = connection.getMetaData().getPrimaryKeys(null, schema(connection), name(connection, table))) {
            keys.next();
            drop(sql, table, keys.getString("PK_NAME"));
        }
        sql.execute("alter table hourglass.%s add constraint %s_key primary key (%s)".formatted(table, table, columns));
    }

    private static void dropForeignKeys(Connection connection, Statement sql, String... tables) throws SQLException {
        for (var table : tables) {
            try (var keys =
                    connection.getMetaData().getImportedKeys(null, schema(connection), name(connection, table))) {
                while (keys.next()) {
                    drop(sql, table, keys.getString("FK_NAME"));
                }
            }
        }
    }

    private static void drop(Statement sql, String table, String constraint) throws SQLException {
        sql.execute("alter table hourglass.%s drop constraint \"%s\"".formatted(table, constraint));
    }

    private static String schema(Connection connection) throws SQLException {
        return name(connection, "hourglass");
    }

    private static String name(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }
}
