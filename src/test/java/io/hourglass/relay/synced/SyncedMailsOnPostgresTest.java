package io.hourglass.relay.synced;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL a mail that was read in a supplier's mailbox")
@OnPostgres
class SyncedMailsOnPostgresTest extends SyncedMailsTest {}
