package io.hourglass.operations.process;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The running system on PostgreSQL")
@OnPostgres
class RunningSystemOnPostgresTest extends RunningSystem {}
