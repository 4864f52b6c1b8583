package io.hourglass.inquiry.process;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL")
@OnPostgres
class RacesOnPostgresTest extends Races {}
