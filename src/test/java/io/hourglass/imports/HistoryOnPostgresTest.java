package io.hourglass.imports;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL a file of facts")
@OnPostgres
class HistoryOnPostgresTest extends HistoryTest {}
