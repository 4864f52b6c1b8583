package io.hourglass.chat.jdbc;

import static io.hourglass.OwnTables.NOON;
import static io.hourglass.chat.jdbc.ChatTables.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.chat.AccountId;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.kernel.ids.SupplierId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Accounts of shops")
class ChatAccountsContractTest {

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

        private static final SupplierId SHOP = new SupplierId("店铺");
        private static final SupplierId OTHER_SHOP = new SupplierId("Shop");

        private final OwnTables tables;
        private final ChatAccounts accounts;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.accounts = new JdbcChatAccounts(tables.jdbc(), tables.rows());
            tables.marketplaceWith(SHOP.value(), OTHER_SHOP.value());
        }

        private static AccountId id(String value) {
            return new AccountId(value);
        }

        @Test
        @DisplayName("an account reads as it was written: named or not, in use, closed or merged; and is written once")
        void roundTrip() {
            var plain = account(id("b".repeat(63)), SHOP);
            var merged = account(id("安娜-😀"), SHOP)
                    .withName("Anna 安")
                    .withClosedAt(NOON.plusMillis(1))
                    .withMergedInto(plain.id());
            accounts.add(plain);
            accounts.add(merged);
            assertThat(accounts.find(plain.id())).contains(plain);
            assertThat(accounts.find(List.of(plain.id(), merged.id(), id("none"))))
                    .containsOnly(Map.entry(plain.id(), plain), Map.entry(merged.id(), merged));
            assertThat(accounts.find(List.of())).isEmpty();
            assertThatThrownBy(() -> accounts.add(plain)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("its name, its close and what it was merged into change, and nothing else of it")
        void changed() {
            var into = account(id("into"), SHOP);
            var one = account(id("one"), SHOP).withName("One");
            accounts.add(into);
            accounts.add(one);
            var closed = one.withName(null).withClosedAt(NOON.plusSeconds(1)).withMergedInto(into.id());
            accounts.change(closed.withShop(OTHER_SHOP).withFirstSeenAt(NOON.plusSeconds(9)));
            assertThat(accounts.find(one.id())).contains(closed);
            accounts.change(one);
            assertThat(accounts.find(one.id())).contains(one);
            assertThat(accounts.find(into.id())).contains(into);
        }

        @Test
        @DisplayName("within a transaction what was added or changed in it is known, also one that was not there")
        void ownWrites() {
            var one = account(id("one"), SHOP);
            var named = one.withName("One");
            tables.inTransaction(() -> {
                assertThat(accounts.find(one.id())).isEmpty();
                accounts.add(one);
                assertThat(accounts.find(one.id())).contains(one);
                accounts.change(named);
                assertThat(accounts.find(one.id())).contains(named);
                assertThat(accounts.of(SHOP)).containsExactly(named);
                return true;
            });
            assertThat(accounts.find(one.id())).contains(named);
        }

        @Test
        @DisplayName(
                "those of a shop come in the order of their ids, all by shop first, by code point on every database")
        void order() {
            for (var name : List.of("b", "é", "B", "a", "😀", "\uFF5E")) {
                accounts.add(account(id(name), SHOP));
            }
            var other = account(id("c"), OTHER_SHOP);
            accounts.add(other);
            assertThat(accounts.of(SHOP))
                    .extracting(one -> one.id().value())
                    .containsExactly("B", "a", "b", "é", "\uFF5E", "😀");
            assertThat(accounts.of(new SupplierId("none"))).isEmpty();
            assertThat(accounts.shops()).containsExactly(OTHER_SHOP, SHOP);
            assertThat(accounts.all())
                    .extracting(one -> one.id().value())
                    .containsExactly("c", "B", "a", "b", "é", "\uFF5E", "😀");
        }

        @Test
        @DisplayName("an account is of a shop that is known, and is merged into one that is")
        void refers() {
            var ofNobody = account(id("one"), new SupplierId("nobody"));
            assertThatThrownBy(() -> accounts.add(ofNobody)).isInstanceOf(DataIntegrityViolationException.class);
            var intoNothing = account(id("one"), SHOP).withClosedAt(NOON).withMergedInto(id("nothing"));
            assertThatThrownBy(() -> accounts.add(intoNothing)).isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
