package io.hourglass.policy.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.RealPostgres;
import io.hourglass.kernel.AuthorKind;
import io.hourglass.policy.PolicyVersions;
import io.hourglass.sla.DuplicateRule;
import io.hourglass.sla.ReplyPolicy;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Policy versions")
class PolicyVersionsContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    @ExtendWith(RealPostgres.class)
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }
    }

    abstract static class Contract {

        private final OwnTables tables;
        private final PolicyVersions versions;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.versions = new JdbcPolicyVersions(tables.jdbc());
        }

        @Test
        @DisplayName("a database begins without a version")
        void noneAtFirst() {
            assertThat(versions.all()).isEmpty();
        }

        @Test
        @DisplayName("versions are kept whole, and come in their order")
        void roundTrip() {
            var first = version(1, Set.of(AuthorKind.values()));
            var second = version(2, Set.of());
            versions.add(second, 4);
            versions.add(first, 3);

            assertThat(versions.all()).containsExactly(first, second);
        }

        @Test
        @DisplayName("a version from before 0.2.0 takes nothing dated before the receipt, not even a millisecond")
        void madeBefore() {
            versions.add(version(1, Set.of(AuthorKind.HUMAN)), 1);
            tables.jdbc()
                    .sql("update hourglass.policy_version set early_by = null")
                    .update();

            assertThat(versions.all()).extracting(ReplyPolicy::earlyBy).containsExactly(Duration.ZERO);
        }

        @Test
        @DisplayName("of two nodes that activate a version one is first, and what it wrote stays")
        void firstOneWins() {
            var first = version(1, Set.of(AuthorKind.HUMAN));
            versions.add(first, 1);

            assertThatThrownBy(() -> versions.add(version(1, Set.of(AuthorKind.SYSTEM)), 1))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(versions.all()).containsExactly(first);
        }

        private static ReplyPolicy version(int version, Set<AuthorKind> counting) {
            return new ReplyPolicy(
                    version,
                    NOON,
                    ZoneId.of("America/Argentina/ComodRivadavia"),
                    Duration.parse("PT71H59M59.999S"),
                    Period.parse("P1M3D"),
                    5,
                    30,
                    DuplicateRule.ROLLING_24H,
                    Duration.ofDays(14),
                    false,
                    counting,
                    Duration.parse("PT4M59.999S"));
        }
    }
}
