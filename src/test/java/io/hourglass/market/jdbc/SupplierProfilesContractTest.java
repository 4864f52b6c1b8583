package io.hourglass.market.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.Availability;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.market.profiles.SupplierProfiles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What the marketplace says of suppliers")
class SupplierProfilesContractTest {

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

        private static final SupplierId ONE = new SupplierId("供应商-1");
        private static final SupplierId TWO = new SupplierId("supplier-2");

        private final OwnTables tables;
        private final SupplierProfiles profiles;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.profiles = new JdbcSupplierProfiles(tables.template(), tables.rows());
            tables.marketplaceWith(ONE.value(), TWO.value());
        }

        private static SupplierProfile profile(@Nullable String products, String... categories) {
            return new SupplierProfile("Name", "company", 3, true, List.of(categories), products);
        }

        @Test
        @DisplayName("a supplier of which nothing was said has nothing; what was said reads as it was written")
        void roundTrip() {
            profiles.put(ONE, profile("ball valves 球阀", "Hardware/Pumps", "Hardware/Valves"));
            assertThat(profiles.of(List.of(ONE, TWO, new SupplierId("none"))))
                    .isEqualTo(Map.of(
                            ONE,
                            profile("ball valves 球阀", "Hardware/Pumps", "Hardware/Valves"),
                            TWO,
                            SupplierProfile.EMPTY));
            assertThat(profiles.availabilityOf(List.of(ONE, TWO, new SupplierId("none"))))
                    .isEqualTo(Map.of(ONE, new Availability("company", 3, true), TWO, Availability.UNSAID));
        }

        @Test
        @DisplayName("what is said again replaces what was said before")
        void replaced() {
            profiles.put(ONE, profile("pumps", "Hardware/Pumps"));
            profiles.put(ONE, profile("valves", "Toys"));
            assertThat(profiles.of(List.of(ONE))).isEqualTo(Map.of(ONE, profile("valves", "Toys")));
            assertThat(profiles.dealingIn("Hardware")).isEmpty();
            assertThat(profiles.withProducts(Set.of("pump", "valve"), 10)).isEqualTo(Map.of("valve", List.of(ONE)));
            profiles.put(ONE, SupplierProfile.EMPTY);
            assertThat(profiles.of(List.of(ONE))).isEqualTo(Map.of(ONE, SupplierProfile.EMPTY));
        }

        @Test
        @DisplayName("who deals in a category is found in those above it, and nowhere else")
        void dealingIn() {
            profiles.put(ONE, profile(null, "Hardware/Pumps/Hand"));
            profiles.put(TWO, profile(null, "Hardware/Valves"));
            assertThat(profiles.dealingIn("Hardware")).containsExactly(TWO, ONE);
            assertThat(profiles.dealingIn("Hardware/Pumps")).containsExactly(ONE);
            assertThat(profiles.dealingIn("Hardware/Pumps/Electric")).isEmpty();
            assertThat(profiles.dealingIn("Pumps")).isEmpty();
            assertThat(profiles.categories())
                    .containsExactly("Hardware", "Hardware/Pumps", "Hardware/Pumps/Hand", "Hardware/Valves");
        }

        @Test
        @DisplayName("a word that more suppliers have than asked for says too little, and is left out")
        void commonWords() {
            profiles.put(ONE, profile("steel pumps"));
            profiles.put(TWO, profile("steel valves"));
            assertThat(profiles.withProducts(Set.of("steel", "pump"), 1)).isEqualTo(Map.of("pump", List.of(ONE)));
            assertThat(profiles.withProducts(Set.of("steel"), 2).get("steel")).containsExactlyInAnyOrder(ONE, TWO);
            assertThat(profiles.withProducts(Set.of(), 2)).isEmpty();
        }

        @Test
        @DisplayName("a supplier that is held is held until the transaction ends")
        void lock() {
            tables.assertHeldUntilTheTransactionEnds(() -> profiles.lock(List.of(ONE)));
            tables.assertFreeWhileHeld(() -> profiles.lock(List.of(ONE)), () -> profiles.lock(List.of(TWO)));
        }
    }
}
