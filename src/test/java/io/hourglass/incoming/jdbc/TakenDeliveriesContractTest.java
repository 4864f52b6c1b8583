package io.hourglass.incoming.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.incoming.deliveries.Delivery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Deliveries that were taken")
class TakenDeliveriesContractTest {

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

        private final OwnTables tables;
        private final JdbcTakenDeliveries deliveries;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.deliveries = new JdbcTakenDeliveries(tables.jdbc(), tables.rows());
        }

        private static Delivery delivery(String source, String id) {
            return new Delivery(source, id, new byte[] {1, 2}, List.of());
        }

        private void add(Delivery delivery, Instant now) {
            tables.inTransaction(() -> {
                deliveries.add(delivery, now);
                return true;
            });
        }

        private boolean isKnown(Delivery delivery) {
            return deliveries.bodyOf(delivery.key()).isPresent();
        }

        @Test
        @DisplayName("are known by source and id, whatever an id is made of, with the hash of their body")
        void known() {
            var odd = delivery("platform", "水\0".repeat(4_000));
            add(odd, NOON);
            assertThat(deliveries.bodyOf(odd.key()))
                    .contains("a12871fee210fb8619291eaea194581cbd2531e4b23759d225f6806923f63222");
            assertThat(isKnown(delivery("platform", "水"))).isFalse();
            assertThat(isKnown(delivery("desk", odd.id()))).isFalse();
        }

        @Test
        @DisplayName("are known within the transaction that takes them")
        void within() {
            var isKnown = tables.inTransaction(() -> {
                deliveries.add(delivery("platform", "a"), NOON);
                return isKnown(delivery("platform", "a"));
            });
            assertThat(isKnown).isTrue();
        }

        @Test
        @DisplayName("are looked for together, and then not again")
        void together() {
            add(delivery("platform", "a"), NOON);
            var found = tables.inTransaction(() -> {
                deliveries.prefetch(List.of(
                        delivery("platform", "a").key(),
                        delivery("platform", "b").key()));
                tables.template().update("delete from hourglass.incoming_delivery");
                return List.of(isKnown(delivery("platform", "a")), isKnown(delivery("platform", "b")));
            });
            assertThat(found).containsExactly(true, false);
        }

        @Test
        @DisplayName("are not added twice")
        void twice() {
            add(delivery("platform", "a"), NOON);
            assertThatThrownBy(() -> add(delivery("platform", "a"), NOON)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("are forgotten that came before an instant, and not those at it")
        void forgotten() {
            add(delivery("platform", "before"), NOON.minusMillis(1));
            add(delivery("platform", "at"), NOON);
            deliveries.forgetBefore(NOON);
            assertThat(isKnown(delivery("platform", "before"))).isFalse();
            assertThat(isKnown(delivery("platform", "at"))).isTrue();
        }
    }
}
