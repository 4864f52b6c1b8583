package db.migration;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Facts are of a case of a track. What there is so far is of inquiries; a fact need be of none any more. */
public class V24__facts_of_tracks extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var sql = connection.createStatement()) {
            Keys.of(connection).dropForeignKeys("fact", "inquiry");
            sql.execute("alter table hourglass.fact rename column inquiry to case_id");
            sql.execute("alter table hourglass.fact add column track varchar(16) default 'INQUIRY' not null");
            sql.execute("alter table hourglass.fact alter column track drop default");
        }
    }
}
