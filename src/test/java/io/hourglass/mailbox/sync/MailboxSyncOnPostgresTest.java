package io.hourglass.mailbox.sync;

import io.hourglass.OwnTables;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A mailbox is read: on PostgreSQL")
class MailboxSyncOnPostgresTest extends MailboxSyncContract {

    MailboxSyncOnPostgresTest() {
        super(OwnTables.onPostgres());
    }
}
