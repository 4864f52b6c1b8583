package io.hourglass.portal.chat;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL")
@OnPostgres
class ChatReadsAgainstWritesOnPostgresTest extends ChatReadsAgainstWrites {}
