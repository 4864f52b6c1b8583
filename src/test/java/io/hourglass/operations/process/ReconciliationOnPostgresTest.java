package io.hourglass.operations.process;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Whatever is done to processes, on PostgreSQL")
@OnPostgres
class ReconciliationOnPostgresTest extends Reconciliation {}
