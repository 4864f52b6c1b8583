package io.hourglass.market.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.market.buyers.Buyers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The names of buyers")
class BuyersContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }
    }

    abstract static class Contract {

        private static final BuyerId ANNA = new BuyerId("anna-1");
        private static final BuyerId BEN = new BuyerId("ben-2");

        private final Buyers buyers;

        Contract(OwnTables tables) {
            this.buyers = new JdbcBuyers(tables.jdbc());
        }

        @Test
        @DisplayName("are those given last; of one that was given none, or that was forgotten, there is none")
        void named() {
            assertThat(buyers.named(List.of())).isEmpty();
            assertThat(buyers.named(List.of(ANNA, BEN))).isEmpty();
            buyers.put(ANNA, "Rotterdam Pumps");
            buyers.put(ANNA, "鹿特丹泵业 & Söhne");
            buyers.put(BEN, "x".repeat(200));
            assertThat(buyers.named(List.of(ANNA, ANNA, BEN, new BuyerId("none"))))
                    .isEqualTo(Map.of(ANNA, "鹿特丹泵业 & Söhne", BEN, "x".repeat(200)));
            assertThat(buyers.forget(ANNA)).isTrue();
            assertThat(buyers.forget(ANNA)).isFalse();
            assertThat(buyers.named(List.of(ANNA, BEN))).containsOnlyKeys(BEN);
        }

        @Test
        @DisplayName("are of no id that could be no new buyer's")
        void ids() {
            assertThatThrownBy(() -> buyers.put(new BuyerId(" "), "x")).isInstanceOf(InvalidInput.class);
        }
    }
}
