package io.hourglass.dispute.chats;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On PostgreSQL a dispute of the verdict on a consultation")
@OnPostgres
class DisputedConsultationOnPostgresTest extends DisputedConsultationTest {}
