package io.hourglass.mailbox.jdbc;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.mailbox.boxes.Failure;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Reading;
import io.hourglass.mailbox.boxes.Reading.Stopped;
import io.hourglass.mailbox.imap.Login.Security;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mailbox as a row, and a row as a mailbox. */
final class MailboxRow {

    /** Set by {@link #reading(Reading)}, in its order. */
    static final String READING =
            """
            state = ?, state_since = cast(? as timestamp(3) with time zone), failure = cast(? as varchar),
              failure_words = cast(? as varchar), failed_at = cast(? as timestamp(3) with time zone), failures = ?,
              covered_until = cast(? as timestamp(3) with time zone), stopped_at = cast(? as timestamp(3) with time zone),
              stopped_why = cast(? as varchar), due_at = cast(? as timestamp(3) with time zone)""";

    private MailboxRow() {}

    static List<@Nullable Object> reading(Reading reading) {
        var failure = reading.failure();
        var stopped = reading.stopped();
        return Arrays.asList(
                reading.state().name(),
                UtcColumn.of(reading.since()),
                failure == null ? null : failure.kind().name(),
                failure == null ? null : failure.words(),
                UtcColumn.ofNullable(failure == null ? null : failure.at()),
                reading.failures(),
                UtcColumn.ofNullable(reading.coveredUntil()),
                UtcColumn.ofNullable(stopped == null ? null : stopped.at()),
                stopped == null ? null : stopped.why().name(),
                UtcColumn.of(reading.dueAt()));
    }

    static Mailbox read(ResultSet row) throws SQLException {
        return Mailbox.builder()
                .supplier(new SupplierId(row.getString("supplier")))
                .address(row.getString("address"))
                .server(new ImapServer(
                        row.getString("host"), row.getInt("port"), Security.valueOf(row.getString("security"))))
                .user(row.getString("login"))
                .provider(row.getString("provider"))
                .folders(new Folders(row.getString("sent_folder"), row.getBoolean("read_inbox")))
                .connectedAt(UtcColumn.read(row, "connected_at"))
                .reading(readReading(row))
                .build();
    }

    private static Reading readReading(ResultSet row) throws SQLException {
        return Reading.builder()
                .state(MailboxState.valueOf(row.getString("state")))
                .since(UtcColumn.read(row, "state_since"))
                .failure(failure(row))
                .failures(row.getInt("failures"))
                .coveredUntil(UtcColumn.readNullable(row, "covered_until"))
                .stopped(stopped(row))
                .dueAt(UtcColumn.read(row, "due_at"))
                .build();
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        var kind = row.getString("failure");
        return kind == null
                ? null
                : new Failure(
                        FailureKind.valueOf(kind), row.getString("failure_words"), UtcColumn.read(row, "failed_at"));
    }

    private static @Nullable Stopped stopped(ResultSet row) throws SQLException {
        var why = row.getString("stopped_why");
        return why == null ? null : new Stopped(UtcColumn.read(row, "stopped_at"), Stopped.Why.valueOf(why));
    }
}
