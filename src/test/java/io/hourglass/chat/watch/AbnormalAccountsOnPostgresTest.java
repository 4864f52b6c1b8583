package io.hourglass.chat.watch;

import io.hourglass.RealPostgres;
import org.junit.jupiter.api.DisplayName;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayName("An account of a buyer is caught as abnormal, on PostgreSQL")
@DirtiesContext
class AbnormalAccountsOnPostgresTest extends AbnormalAccounts {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        var address = RealPostgres.newDatabase();
        properties.add("spring.datasource.url", () -> address);
        properties.add("spring.datasource.username", () -> "postgres");
    }
}
