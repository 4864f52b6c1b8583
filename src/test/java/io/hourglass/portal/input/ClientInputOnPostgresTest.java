package io.hourglass.portal.input;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Client input is never a fault, and changes nothing when it is refused: on PostgreSQL")
@OnPostgres
class ClientInputOnPostgresTest extends ClientInput {}
