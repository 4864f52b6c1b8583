package io.hourglass.inquiry.process;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL, of mails that answer each other,")
@OnPostgres
class ThreadsOnPostgresTest extends ThreadsInAnyOrder {}
