package io.hourglass.mailbox.secrets;

import io.hourglass.OwnTables;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The key of mailboxes' secrets is changed: on PostgreSQL")
class RotationOnPostgresTest extends RotationContract {

    RotationOnPostgresTest() {
        super(OwnTables.onPostgres());
    }
}
