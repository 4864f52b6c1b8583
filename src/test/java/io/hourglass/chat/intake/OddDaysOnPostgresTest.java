package io.hourglass.chat.intake;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL a consultation on a day that is longer or shorter than others, or meets no midnight,")
@OnPostgres
class OddDaysOnPostgresTest extends OddDaysTest {}
