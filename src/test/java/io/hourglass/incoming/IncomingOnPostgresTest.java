package io.hourglass.incoming;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL an incoming webhook")
@OnPostgres
class IncomingOnPostgresTest extends IncomingTest {}
