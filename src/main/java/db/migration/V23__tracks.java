package db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Books, numbers, standing and ledger by track. What there is so far is of inquiries.
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
        var keys = Keys.of(connection);
        try (var sql = connection.createStatement()) {
            for (var table : TABLES) {
                sql.execute("alter table hourglass.%s add column track varchar(16) default 'INQUIRY' not null"
                        .formatted(table));
                sql.execute("alter table hourglass.%s alter column track drop default".formatted(table));
            }
            keys.dropForeignKeys("day_bucket", "book_day");
            keys.dropForeignKeys("ledger_marks", "ledger_seal");
            keys.dropForeignKeys("display_choice", "supplier");
            keys.replacePrimary("books", "track");
            sql.execute("alter table hourglass.books drop column id");
            keys.replacePrimary("book_day", "received_day, track");
            entries(sql, keys);
            numbers(sql, keys);
            ledger(sql, keys);
        }
    }

    private static void entries(Statement sql, Keys keys) throws SQLException {
        sql.execute("alter table hourglass.verdict_entry rename column inquiry to case_id");
        sql.execute("alter table hourglass.verdict_entry rename column supplier to subject");
        keys.replacePrimary("verdict_entry", "case_id, track, seq");
    }

    private static void numbers(Statement sql, Keys keys) throws SQLException {
        for (var table : List.of("day_bucket", "published_number", "display_choice", "standing_event")) {
            sql.execute("alter table hourglass.%s rename column supplier to subject".formatted(table));
        }
        sql.execute(
                """
                alter table hourglass.day_bucket add constraint day_bucket_of_day
                foreign key (received_day, track) references hourglass.book_day (received_day, track)""");
        keys.replacePrimary("published_number", "subject, track, published_on, revision");
        keys.replacePrimary("display_choice", "subject, track, seq");
    }

    private static void ledger(Statement sql, Keys keys) throws SQLException {
        keys.replacePrimary("ledger_seal", "received_day, track");
        keys.replacePrimary("ledger_marks", "received_day, track, part");
        sql.execute(
                """
                alter table hourglass.ledger_marks add constraint ledger_marks_of_seal
                foreign key (received_day, track) references hourglass.ledger_seal (received_day, track)""");
        sql.execute("alter table hourglass.ledger_record rename column inquiry to case_id");
    }
}
