package io.hourglass.chat.process;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL")
@OnPostgres
class ChatRacesOnPostgresTest extends ChatRaces {}
