package io.hourglass.access.jdbc;

import io.hourglass.access.accounts.Preferences;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPreferences implements Preferences {

    private final JdbcClient jdbc;

    JdbcPreferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Preference of(String name) {
        return jdbc.sql("select zone, language from hourglass.preference where name = ?")
                .param(name)
                .query((row, number) -> read(row))
                .optional()
                .orElse(Preference.NONE);
    }

    @Override
    public void put(String name, Preference preference) {
        var zone = preference.zone();
        jdbc.sql(
                        """
                        merge into hourglass.preference kept
                        using (values (cast(? as varchar), cast(? as varchar), cast(? as varchar)))
                            as given (name, zone, language)
                        on kept.name = given.name
                        when matched then update set zone = given.zone, language = given.language
                        when not matched then insert (name, zone, language)
                            values (given.name, given.zone, given.language)""")
                .params(name, zone == null ? null : zone.getId(), preference.language())
                .update();
    }

    @Override
    public void forget(String name) {
        jdbc.sql("delete from hourglass.preference where name = ?").param(name).update();
    }

    private static Preference read(ResultSet row) throws SQLException {
        var zone = row.getString("zone");
        return new Preference(zone == null ? null : ZoneId.of(zone), row.getString("language"));
    }
}
