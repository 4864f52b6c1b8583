package io.hourglass.relay;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL a mail to the address of an inquiry")
@OnPostgres
class RelayOnPostgresTest extends RelayTest {}
