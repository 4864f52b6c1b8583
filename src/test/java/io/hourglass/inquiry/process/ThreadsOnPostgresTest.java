package io.hourglass.inquiry.process;

import io.hourglass.RealPostgres;
import org.junit.jupiter.api.DisplayName;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayName("On PostgreSQL, of mails that answer each other,")
@DirtiesContext
class ThreadsOnPostgresTest extends ThreadsInAnyOrder {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var address = RealPostgres.newDatabase();
        properties.add("spring.datasource.url", () -> address);
        properties.add("spring.datasource.username", () -> "postgres");
    }
}
