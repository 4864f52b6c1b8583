package io.hourglass.chaos.stage;

import io.hourglass.chaos.node.FollowedClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Whether time, which stands at the last instant before books close, may go on. Each node is seen to read the clock twice: the second
 * reading proves that the first has been set. Then the requests that went out before are waited for.
 */
final class Stop {

    private static final String BEHIND =
            "select count(*) from pg_stat_activity where application_name = ? and query_start <= ?";

    private final Intake intake;
    private @Nullable OffsetDateTime since;
    private int readings;
    private long allSeen;

    Stop(Intake intake) {
        this.intake = intake;
    }

    /** To be asked again and again until it says yes. */
    boolean isOver(Connection connection) throws SQLException {
        if (readings < 2) {
            awaitReading(connection);
            return false;
        }
        if (intake.awaitsAnswerFromBefore(allSeen)) {
            return false;
        }
        since = null;
        readings = 0;
        return true;
    }

    private void awaitReading(Connection connection) throws SQLException {
        var begun = since;
        if (begun == null) {
            since = now(connection);
        } else if (nodesBehind(connection, begun) == 0) {
            since = null;
            readings++;
            allSeen = System.nanoTime();
        }
    }

    /** By the database's own clock, as it is what says when a node has read. */
    private static OffsetDateTime now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private static int nodesBehind(Connection connection, OffsetDateTime since) throws SQLException {
        try (var query = connection.prepareStatement(BEHIND)) {
            query.setString(1, FollowedClock.CONNECTION);
            query.setObject(2, since);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
