package io.hourglass.portal.input;

import io.hourglass.OnPostgres;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** One after the other: what the program refuses whatever is in the database, it refuses on PostgreSQL alone. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
@DisplayName("Client input is never a fault, and changes nothing when it is refused:")
class ClientInputTest {

    @Nested
    @Order(1)
    @OnPostgres
    @DisplayName("on PostgreSQL")
    class Postgres extends ClientInput {

        private String transactions = "";

        @Override
        boolean mayHaveWritten() {
            var before = transactions;
            transactions = jdbc().sql("select pg_snapshot_xmax(pg_current_snapshot())::text")
                    .query(String.class)
                    .single();
            return !transactions.equals(before);
        }
    }

    @Nested
    @Order(2)
    @DisplayName("on H2")
    class H2 extends ClientInput {}
}
