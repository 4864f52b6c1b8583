package io.hourglass.mailbox.sync;

import io.hourglass.OwnTables;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A mailbox is read: on H2")
class MailboxSyncOnH2Test extends MailboxSyncContract {

    MailboxSyncOnH2Test() {
        super(OwnTables.onH2());
    }
}
