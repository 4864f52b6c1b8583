package io.hourglass.access.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.access.accounts.Account;
import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.KeptAccount;
import io.hourglass.access.accounts.OneTimeLinks;
import io.hourglass.access.accounts.Preferences;
import io.hourglass.access.accounts.Preferences.Preference;
import io.hourglass.access.callers.Role;
import io.hourglass.access.callers.Scope;
import io.hourglass.access.keys.ApiKey;
import io.hourglass.access.keys.ApiKeys;
import io.hourglass.kernel.InvalidInput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Accounts and keys")
class AccessTablesContractTest {

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

        private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

        private final Accounts accounts;
        private final ApiKeys keys;
        private final OneTimeLinks links;
        private final Preferences preferences;

        Contract(OwnTables tables) {
            this.accounts = new JdbcAccounts(tables.jdbc());
            this.keys = new JdbcApiKeys(tables.jdbc());
            this.links = new JdbcOneTimeLinks(tables.jdbc());
            this.preferences = new JdbcPreferences(tables.jdbc());
        }

        private static ApiKey key(String id, Instant madeAt, @Nullable Instant revokedAt) {
            return ApiKey.builder()
                    .id(id)
                    .name("后台")
                    .scopes(Set.of(Scope.SUBMIT, Scope.READ))
                    .secretHash("hash")
                    .madeAt(madeAt)
                    .madeBy("olga")
                    .person("ludmila")
                    .revokedAt(revokedAt)
                    .build();
        }

        @Test
        @DisplayName(
                "what a person has set reads as it was written, takes the place of what was set, and is nobody else's")
        void preference() {
            assertThat(preferences.of("李伟")).isEqualTo(Preference.NONE);
            var shanghai = new Preference(ZoneId.of("Asia/Shanghai"), null);
            preferences.put("李伟", shanghai);
            assertThat(preferences.of("李伟")).isEqualTo(shanghai);
            var chinese = new Preference(null, "zh");
            preferences.put("李伟", chinese);
            assertThat(preferences.of("李伟")).isEqualTo(chinese);
            assertThat(preferences.of("olga")).isEqualTo(Preference.NONE);
            preferences.forget("李伟");
            assertThat(preferences.of("李伟")).isEqualTo(Preference.NONE);
        }

        @Test
        @DisplayName("an account reads as it was written, is replaced under its name, and can be removed")
        void account() {
            var supplier = new Account("李伟", Role.SUPPLIER, "供应商-1", "hash", "olga");
            accounts.put(supplier);
            assertThat(accounts.find("李伟")).hasValue(supplier);
            var auditor = new Account("李伟", Role.AUDITOR, null, "other");
            accounts.put(auditor);
            accounts.put(new Account("ada", Role.OPERATIONS, null, "hash"));
            assertThat(accounts.all()).extracting(Account::name).containsExactly("ada", "李伟");
            assertThat(accounts.find("李伟")).hasValue(auditor);
            assertThat(accounts.remove("李伟")).isTrue();
            assertThat(accounts.remove("李伟")).isFalse();
            assertThat(accounts.find("李伟")).isEmpty();
        }

        @Test
        @DisplayName(
                "an account that is closed is kept and no longer found, with those merged into it; reopened it is as before")
        void closed() {
            var one = new Account("one", Role.SUPPLIER, "s", "hash", "olga");
            for (var name : new String[] {"one", "two", "three"}) {
                accounts.put(new Account(name, Role.SUPPLIER, "s", "hash", "olga"));
            }
            accounts.close("one", NOON, "two");
            accounts.close("two", NOON.plusSeconds(1), "three");
            assertThat(accounts.find("one")).isEmpty();
            assertThat(accounts.all()).extracting(Account::name).containsExactly("three");
            assertThat(accounts.kept("one").orElseThrow().closedAt()).isEqualTo(NOON);
            assertThat(accounts.kept())
                    .extracting(KeptAccount::mergedInto)
                    .as("one, three, two")
                    .containsExactly("three", null, "three");
            accounts.reopen("one");
            assertThat(accounts.find("one").map(Account::passwordHash)).hasValue(one.passwordHash());
            assertThat(accounts.kept("one").orElseThrow().mergedInto()).isNull();
            accounts.signedIn("one", NOON);
            accounts.signedIn("nobody", NOON);
            assertThat(accounts.kept("one").orElseThrow().signedInAt()).isEqualTo(NOON);
            accounts.remove("three");
            assertThat(accounts.kept("two").orElseThrow().mergedInto()).isNull();
        }

        @Test
        @DisplayName("of an account's one-time links the last is kept, is taken once, and goes with the account")
        void links() {
            accounts.put(new Account("one", Role.OPERATIONS, null, "hash", "olga"));
            var first = new OneTimeLinks.Link("one", "a", "olga", NOON);
            var second = new OneTimeLinks.Link("one", "b", "olga", NOON);
            links.put(first);
            links.put(second);
            assertThat(links.find("a")).isEmpty();
            assertThat(links.find("b")).hasValue(second);
            assertThat(links.remove(second)).isTrue();
            assertThat(links.remove(second)).isFalse();
            links.put(first);
            accounts.remove("one");
            assertThat(links.find("a")).isEmpty();
        }

        @Test
        @DisplayName("a key knows when it was last used, one that never was is absent")
        void used() {
            keys.add(key("first", NOON, null));
            keys.add(key("second", NOON, null));
            keys.used("first", NOON);
            keys.used("first", NOON.plusSeconds(1));
            assertThat(keys.lastUsed()).isEqualTo(Map.of("first", NOON.plusSeconds(1)));
        }

        @Test
        @DisplayName("a key reads as it was written, in the order of making, and is revoked once")
        void keys() {
            keys.add(key("later", NOON.plusSeconds(1), null));
            keys.add(key("first", NOON, null));
            assertThat(keys.find("first")).hasValue(key("first", NOON, null));
            assertThat(keys.find("none")).isEmpty();
            assertThat(keys.revoke("first", NOON.plusSeconds(5))).isTrue();
            assertThat(keys.revoke("first", NOON.plusSeconds(9))).isFalse();
            assertThat(keys.revoke("none", NOON)).isFalse();
            assertThat(keys.all())
                    .containsExactly(key("first", NOON, NOON.plusSeconds(5)), key("later", NOON.plusSeconds(1), null));
        }

        @Test
        @DisplayName("a supplier or buyer is one of theirs, anybody else of nobody, and a system has no account")
        void party() {
            for (var role : new Role[] {Role.SUPPLIER, Role.BUYER}) {
                assertThatThrownBy(() -> new Account("a", role, null, "h")).isInstanceOf(InvalidInput.class);
                assertThat(new Account("a", role, "p", "h").caller().isParty()).isTrue();
            }
            for (var role : new Role[] {Role.OPERATIONS, Role.AUDITOR}) {
                assertThatThrownBy(() -> new Account("a", role, "p", "h")).isInstanceOf(InvalidInput.class);
                assertThat(new Account("a", role, null, "h").caller().isParty()).isFalse();
            }
            assertThatThrownBy(() -> new Account("a", Role.INTEGRATION, null, "h"))
                    .isInstanceOf(InvalidInput.class);
        }
    }
}
