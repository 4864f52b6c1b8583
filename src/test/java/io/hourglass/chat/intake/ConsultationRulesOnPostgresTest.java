package io.hourglass.chat.intake;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL a consultation, through the engine,")
@OnPostgres
class ConsultationRulesOnPostgresTest extends ConsultationRulesTest {}
