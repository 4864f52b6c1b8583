package io.hourglass.operations.process;

import io.hourglass.RealPostgres;
import org.junit.jupiter.api.DisplayName;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayName("The running system on PostgreSQL")
@DirtiesContext
class RunningSystemOnPostgresTest extends RunningSystem {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var address = RealPostgres.newDatabase();
        properties.add("spring.datasource.url", () -> address);
        properties.add("spring.datasource.username", () -> "postgres");
    }
}
