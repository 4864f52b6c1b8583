package io.hourglass.market.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.Suppliers;
import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.market.profiles.SupplierProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Suppliers")
class SuppliersContractTest {

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

        private static final SupplierId ACME = new SupplierId("acme");

        private final OwnTables tables;
        private final Suppliers suppliers;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.suppliers = new JdbcSuppliers(tables.jdbc(), tables.rows());
        }

        @Test
        @DisplayName("a supplier is known once it was met, and keeps the instant of its first meeting")
        void metOnce() {
            assertThat(suppliers.isKnown(ACME)).isFalse();

            suppliers.met(ACME, NOON);
            suppliers.met(ACME, NOON.plusSeconds(60));

            assertThat(suppliers.isKnown(ACME)).isTrue();
            assertThat(suppliers.all()).containsExactly(new Supplier(ACME, null, NOON));
        }

        @Test
        @DisplayName("are found by beginnings of words of their name, company and id, in any case, a part at a time")
        void called() {
            for (var id : new String[] {"a_1", "b%2", "c3"}) {
                suppliers.met(new SupplierId(id), NOON);
            }
            new JdbcSupplierProfiles(tables.template(), tables.rows())
                    .put(
                            new SupplierId("c3"),
                            new SupplierProfile("Ningbo Büromöbel", "宁波办公", 1, false, List.of(), null));

            assertThat(suppliers.called("", 0, 9)).extracting(Supplier::id).containsExactly(ids("a_1", "b%2", "c3"));
            assertThat(suppliers.called("", 1, 1)).extracting(Supplier::id).containsExactly(ids("b%2"));
            assertThat(suppliers.called("BÜRO", 0, 9)).extracting(Supplier::id).containsExactly(ids("c3"));
            assertThat(suppliers.called("ningbo buro", 0, 9))
                    .extracting(Supplier::id)
                    .containsExactly(ids("c3"));
            assertThat(suppliers.called("办公", 0, 9)).extracting(Supplier::id).containsExactly(ids("c3"));
            assertThat(suppliers.called("C3", 0, 9)).extracting(Supplier::id).containsExactly(ids("c3"));
            assertThat(suppliers.called("1", 0, 9)).extracting(Supplier::id).containsExactly(ids("a_1"));
            assertThat(suppliers.called("B%2", 0, 9)).extracting(Supplier::id).containsExactly(ids("b%2"));
            assertThat(suppliers.called("ingbo", 0, 9)).isEmpty();
            assertThat(suppliers.called("ningbo pumps", 0, 9)).isEmpty();
            assertThat(suppliers.called("%", 0, 9)).isEmpty();
            assertThat(suppliers.termsWith("ningbo", null, 9))
                    .containsExactly(Map.entry(new SupplierId("c3"), "c3 ningbo buromobel 宁波 波办 办公"));
            assertThat(suppliers.termsWith("ningbo", new SupplierId("a_1"), 9)).isEmpty();
            assertThat(suppliers.termsWith("c3", new SupplierId("c3"), 9)).hasSize(1);
        }

        @Test
        @DisplayName("are counted, and are given a part at a time by id, each once")
        void some() {
            for (var id : new String[] {"c3", "a1", "b2"}) {
                suppliers.met(new SupplierId(id), NOON);
            }

            assertThat(suppliers.count()).isEqualTo(3);
            assertThat(suppliers.some(0, 2)).extracting(Supplier::id).containsExactly(ids("a1", "b2"));
            assertThat(suppliers.some(2, 2)).extracting(Supplier::id).containsExactly(ids("c3"));
            assertThat(suppliers.some(3, 2)).isEmpty();
        }

        private static SupplierId[] ids(String... ids) {
            return Arrays.stream(ids).map(SupplierId::new).toArray(SupplierId[]::new);
        }

        @Test
        @DisplayName("all are ordered by the code points of their ids, whatever the database's own order")
        void inOrder() {
            var inOrder = new String[] {"B", "a", "z", "é", "供应商", "\uFF21", "\uD835\uDC9C"};
            for (var id : new String[] {"\uD835\uDC9C", "é", "\uFF21", "供应商", "z", "a", "B"}) {
                suppliers.met(new SupplierId(id), NOON);
            }

            assertThat(suppliers.all())
                    .extracting(supplier -> supplier.id().value())
                    .containsExactly(inOrder);
        }
    }
}
