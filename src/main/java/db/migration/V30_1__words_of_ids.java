package db.migration;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Of the first word of an inquiry's id, and of its buyer's, the index over the words knows seven characters, with the buyer's mark, if
 * they are like the first group of a UUID, eight hexadecimal digits: more would take 8 bytes more each. Those without a letter among the
 * first six, which may be a day or a number, it knows whole (ADR 55). H2 has no such index.
 */
public class V30_1__words_of_ids extends BaseJavaMigration {

    /** Without regular expressions, which take longer than all the rest. */
    private static final List<String> ON_POSTGRES = List.of(
            """
            create or replace function hourglass.words_of_terms(terms varchar) returns tsvector
            language plpgsql immutable strict parallel safe cost 1000
            as $$
            declare
              cut text := terms;
              mark integer := strpos(terms, '@');
            begin
              if mark > 0 and substr(cut, mark + 9, 1) in ('', ' ')
                  and translate(substr(cut, mark + 1, 8), '0123456789abcdef', '') = ''
                  and translate(substr(cut, mark + 1, 6), '0123456789', '') <> '' then
                cut := left(cut, mark + 6) || substr(cut, mark + 9);
              end if;
              if substr(cut, 9, 1) in ('', ' ')
                  and translate(left(cut, 8), '0123456789abcdef', '') = ''
                  and translate(left(cut, 6), '0123456789', '') <> '' then
                cut := left(cut, 7) || substr(cut, 9);
              end if;
              return array_to_tsvector(string_to_array(cut, ' '));
            end
            $$""",
            "reindex index hourglass.inquiry_terms");

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return;
        }
        try (var sql = connection.createStatement()) {
            for (var statement : ON_POSTGRES) {
                sql.execute(statement);
            }
        }
    }
}
