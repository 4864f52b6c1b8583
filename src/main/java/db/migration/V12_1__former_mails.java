package db.migration;

import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.inquiry.pairs.MailHash;
import io.hourglass.kernel.facts.MessageId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Keeps the hashes of the mails whose ids are known from before, so that their threads go on. To which fact each belongs was
 * not kept, so that no fact gets one: entries of days that are sealed stay as they are.
 */
public class V12_1__former_mails extends BaseJavaMigration {

    private static final int BATCH = 1000;

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var mails = connection.prepareStatement(
                        """
                        select t.message_id, t.inquiry, i.buyer from hourglass.thread_message t
                        join hourglass.inquiry i on i.id = t.inquiry order by i.buyer, t.inquiry""");
                var tie = connection.prepareStatement(
                        """
                        insert into hourglass.mail_tie (hash, inquiry, former)
                        select ?, i.id, true from hourglass.inquiry i where i.id = ? and not exists (
                            select 1 from hourglass.mail_tie t where t.hash = ? and t.inquiry = i.id)""")) {
            keep(mails, tie, pseudonyms(connection));
        }
    }

    private static void keep(PreparedStatement mails, PreparedStatement tie, Map<String, String> pseudonyms)
            throws SQLException {
        mails.setFetchSize(BATCH);
        var waiting = 0;
        try (var row = mails.executeQuery()) {
            while (row.next()) {
                var id = MessageId.normal(row.getString("message_id"));
                if (id.isPresent()) {
                    var hash = MailHash.of(pseudonyms.getOrDefault(row.getString("buyer"), ""), id.get());
                    tie.setString(1, hash);
                    tie.setString(2, row.getString("inquiry"));
                    tie.setString(3, hash);
                    tie.addBatch();
                    waiting++;
                }
                if (waiting == BATCH) {
                    tie.executeBatch();
                    waiting = 0;
                }
            }
        }
        tie.executeBatch();
    }

    /** Of all buyers with mails; those who have none get one. */
    private static Map<String, String> pseudonyms(Connection connection) throws SQLException {
        var found = new HashMap<String, String>();
        try (var buyers = connection.prepareStatement(
                        """
                        select distinct i.buyer, p.id, coalesce(p.salt, '') as salt from hourglass.thread_message t
                        join hourglass.inquiry i on i.id = t.inquiry
                        left join hourglass.ledger_person p on p.id = i.buyer""");
                var add = connection.prepareStatement("insert into hourglass.ledger_person (id, salt) values (?, ?)");
                var row = buyers.executeQuery()) {
            while (row.next()) {
                var buyer = row.getString("buyer");
                var salt = row.getString("salt");
                if (row.getString("id") == null) {
                    salt = Pseudonyms.salt();
                    add.setString(1, buyer);
                    add.setString(2, salt);
                    add.addBatch();
                }
                found.put(buyer, Pseudonyms.pseudonym(buyer, salt));
            }
            add.executeBatch();
        }
        return found;
    }
}
