package io.hourglass.mailbox.idle;

import io.hourglass.OwnTables;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A mailbox is waited for: on PostgreSQL")
class IdleOnPostgresTest extends IdleContract {

    IdleOnPostgresTest() {
        super(OwnTables.onPostgres());
    }
}
