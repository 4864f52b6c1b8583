package db.migration;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Disputes are of a case of a track, and what they restate is of a subject. What there is so far is of inquiries and suppliers. */
public class V35__disputes_of_tracks extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        var keys = Keys.of(connection);
        try (var sql = connection.createStatement()) {
            keys.dropForeignKeys("dispute", "inquiry");
            sql.execute("alter table hourglass.dispute rename column inquiry to case_id");
            for (var table : new String[] {"dispute", "restatement"}) {
                sql.execute(
                        "alter table hourglass." + table + " add column track varchar(16) default 'INQUIRY' not null");
                sql.execute("alter table hourglass." + table + " alter column track drop default");
            }
            sql.execute("alter table hourglass.restatement add column subject varchar(64)");
            sql.execute("update hourglass.restatement set subject = supplier");
            sql.execute("alter table hourglass.restatement alter column subject set not null");
        }
        keys.replacePrimary("restatement", "track, subject, published_on, revision");
    }
}
