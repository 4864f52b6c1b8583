package io.hourglass.portal.input;

import io.hourglass.RealPostgres;
import org.junit.jupiter.api.DisplayName;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayName("Client input is never a fault, and changes nothing when it is refused: on PostgreSQL")
@DirtiesContext
class ClientInputOnPostgresTest extends ClientInput {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var address = RealPostgres.newDatabase();
        properties.add("spring.datasource.url", () -> address);
        properties.add("spring.datasource.username", () -> "postgres");
    }
}
