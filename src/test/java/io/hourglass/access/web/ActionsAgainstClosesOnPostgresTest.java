package io.hourglass.access.web;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL")
@OnPostgres
class ActionsAgainstClosesOnPostgresTest extends ActionsAgainstCloses {}
