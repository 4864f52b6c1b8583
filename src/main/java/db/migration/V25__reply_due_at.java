package db.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Each inquiry's reply deadline in its row, of those from before by the version of the reply policy that judges them. */
public class V25__reply_due_at extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        var connection = context.getConnection();
        try (var sql = connection.createStatement()) {
            sql.execute("alter table hourglass.inquiry add column reply_due_at timestamp(3) with time zone");
            for (var version : replyWithin(connection).entrySet()) {
                fill(connection, version.getKey(), version.getValue());
            }
            sql.execute("alter table hourglass.inquiry alter column reply_due_at set not null");
            sql.execute("create index inquiry_due on hourglass.inquiry (reply_due_at)");
        }
    }

    private static Map<Integer, Duration> replyWithin(Connection connection) throws SQLException {
        var found = new HashMap<Integer, Duration>();
        try (var sql = connection.createStatement();
                var row = sql.executeQuery("select version, rules from hourglass.policy where kind = 'reply'")) {
            while (row.next()) {
                var rules = new ObjectMapper().readTree(row.getString("rules"));
                found.put(
                        row.getInt("version"),
                        Duration.parse(rules.path("replyWithin").asText()));
            }
        } catch (JsonProcessingException e) {
            throw new FlywayException("the rules of a version of the reply policy are no JSON", e);
        }
        return found;
    }

    private static void fill(Connection connection, int version, Duration replyWithin) throws SQLException {
        try (var sql = connection.prepareStatement(
                """
                update hourglass.inquiry set reply_due_at = received_at + cast(? as bigint) * interval '0.001' second
                where policy_version = ?""")) {
            sql.setLong(1, replyWithin.toMillis());
            sql.setInt(2, version);
            sql.executeUpdate();
        }
    }
}
