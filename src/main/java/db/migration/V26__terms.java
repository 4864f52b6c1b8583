package db.migration;

import io.hourglass.inquiry.TermsOfInquiry;
import io.hourglass.kernel.text.SearchTerms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;

/**
 * The words by which inquiries, suppliers and disputes are found, of those from before as well (ADR 55). PostgreSQL has an index
 * over the words of inquiries and of Message-IDs; H2, which has none of that kind, reads.
 */
public class V26__terms extends BaseJavaMigration {

    private static final int CHUNK = 1000;

    /** A person who was erased left its inquiries under a pseudonym, and no word. */
    private static final String INQUIRIES =
            """
            select i.id, i.buyer, (
                select t.subject from hourglass.fact f join hourglass.fact_text t on t.fact = f.id
                where f.case_id = i.id and f.track = 'INQUIRY' and f.kind = 'RECEIVED') as subject
            from hourglass.inquiry i
            where i.id > ? and not exists (
                select 1 from hourglass.ledger_person p where p.id = i.buyer and p.salt is null)
            order by i.id limit ?""";

    private static final String SUPPLIERS =
            "select id, name, company from hourglass.supplier where id > ? order by id limit ?";

    private static final String DISPUTES = "select id from hourglass.dispute where id > ? order by id limit ?";

    /** In kB: every search reads what was inserted last, which is not in the index yet. */
    private static final String SHORT_LIST = " with (gin_pending_list_limit = 512)";

    /** The functions cost as much as they do, and more: the planner is to ask the index rather than to call them for every row. */
    private static final List<String> ON_POSTGRES = List.of(
            """
            create function hourglass.words_of_terms(terms varchar) returns tsvector
            language plpgsql immutable strict parallel safe cost 1000
            as 'begin return array_to_tsvector(string_to_array(terms, '' '')); end'""",
            """
            create function hourglass.words_of_mail(message_id varchar) returns tsvector
            language plpgsql immutable strict parallel safe cost 1000
            as 'begin return array_to_tsvector(string_to_array(
                trim(regexp_replace(lower(message_id), ''[^a-z0-9]+'', '' '', ''g'')), '' '')); end'""",
            "create index inquiry_terms on hourglass.inquiry using gin (hourglass.words_of_terms(terms))" + SHORT_LIST,
            "create index thread_message_words on hourglass.thread_message using gin (hourglass.words_of_mail(message_id))"
                    + SHORT_LIST);

    /** All that a search asks of an inquiry, in the order of the list: read alone, without the rows. */
    private static final String ON_H2 =
            """
            create index inquiry_newest on hourglass.inquiry (received_day desc, received_at desc, id, supplier, buyer, terms)""";

    private interface Words {
        String of(ResultSet row) throws SQLException;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var sql = connection.createStatement()) {
            for (var table : List.of("inquiry", "supplier", "dispute")) {
                sql.execute("alter table hourglass.%s add column terms varchar(%d) default '' not null"
                        .formatted(table, SearchTerms.MAX_LENGTH));
            }
            fill(
                    connection,
                    "inquiry",
                    INQUIRIES,
                    row -> TermsOfInquiry.of(row.getString("id"), row.getString("buyer"), row.getString("subject")));
            fill(
                    connection,
                    "supplier",
                    SUPPLIERS,
                    row -> SearchTerms.of(row.getString("id"), row.getString("name"), row.getString("company")));
            fill(connection, "dispute", DISPUTES, row -> SearchTerms.of(row.getString("id")));
            index(sql, connection);
        }
    }

    /** On PostgreSQL the words of Message-IDs find what their key found, which begins with the inquiry instead, as an index did. */
    private static void index(Statement sql, Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            Keys.of(connection).replacePrimary("thread_message", "inquiry, message_id");
            sql.execute("drop index hourglass.thread_message_inquiry");
            for (var index : ON_POSTGRES) {
                sql.execute(index);
            }
        } else {
            sql.execute(ON_H2);
        }
    }

    /** In chunks by id, each read as a whole and written at once. */
    private static void fill(Connection connection, String table, String query, Words words) throws SQLException {
        try (var rows = connection.prepareStatement(query);
                var change = connection.prepareStatement(
                        "update hourglass.%s set terms = ? where id = ?".formatted(table))) {
            @Nullable String last = "";
            while (last != null) {
                rows.setString(1, last);
                rows.setInt(2, CHUNK);
                last = change(rows, change, words);
            }
        }
    }

    /** The last id of the chunk; null if it was the last chunk. */
    private static @Nullable String change(PreparedStatement rows, PreparedStatement change, Words words)
            throws SQLException {
        String last = null;
        try (var row = rows.executeQuery()) {
            while (row.next()) {
                last = row.getString("id");
                change.setString(1, words.of(row));
                change.setString(2, last);
                change.addBatch();
            }
        }
        change.executeBatch();
        return last;
    }
}
