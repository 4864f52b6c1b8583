package io.hourglass.portal;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL")
@OnPostgres
class ReadsAgainstWritesOnPostgresTest extends ReadsAgainstWrites {}
