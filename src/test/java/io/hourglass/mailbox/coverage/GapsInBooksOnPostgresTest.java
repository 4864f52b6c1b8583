package io.hourglass.mailbox.coverage;

import io.hourglass.HourglassTest;
import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@HourglassTest
@OnPostgres
@DisplayName("A gap in a mailbox, on PostgreSQL,")
class GapsInBooksOnPostgresTest extends GapsInBooks {}
