package io.hourglass.policy.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.OwnTables;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyVersion;
import io.hourglass.policy.versions.StoredPolicies;
import io.hourglass.referral.rules.ReferralRules;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Policy versions as they are kept")
class StoredPoliciesContractTest {

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

        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
        private static final JsonNode RULES =
                PolicyJson.parsed("{\"word\":\"试验\",\"weight\":0.2500,\"inner\":{\"a\":[]}}");

        private final OwnTables tables;
        private final StoredPolicies policies;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.policies = new JdbcStoredPolicies(tables.jdbc(), tables.rows());
        }

        @Test
        @DisplayName("a kind begins without a version, but for those whose first the migrations have written")
        void atFirst() {
            assertThat(policies.of("reply")).isEmpty();
            assertThat(policies.of("standing"))
                    .extracting(PolicyVersion::from)
                    .containsExactly(EffectiveFrom.on(LocalDate.EPOCH));
            assertThat(policies.of("dispute"))
                    .extracting(version -> version.rules().toString())
                    .containsExactly("{\"disputeWithinDays\":30,\"decideWithinDays\":30}");
            assertThat(policies.of("referral")).singleElement().satisfies(version -> {
                assertThat(version.from()).isEqualTo(EffectiveFrom.at(Instant.EPOCH));
                assertThat(PolicyJson.read(version.rules(), ReferralRules.class))
                        .isEqualTo(ReferralRules.DEFAULT);
            });
        }

        @Test
        @DisplayName("versions are kept whole, and come in their order, each with its kind")
        void roundTrip() {
            var second = new PolicyVersion("reply", 2, EffectiveFrom.at(NOON), RULES, null);
            var first = new PolicyVersion("reply", 1, EffectiveFrom.on(DAY), RULES, null);
            policies.add(second);
            policies.add(first);
            policies.add(new PolicyVersion("standing", 2, EffectiveFrom.on(DAY), RULES, null));

            assertThat(policies.of("reply")).containsExactly(first, second);
            assertThat(policies.of("standing")).hasSize(2);
        }

        @Test
        @DisplayName("a version that is withdrawn stays, with the instant")
        void withdrawn() {
            policies.withdraw("dispute", 1, NOON);
            assertThat(policies.of("dispute"))
                    .extracting(PolicyVersion::withdrawnAt)
                    .containsExactly(NOON);
            tables.jdbc().sql("update hourglass.policy set withdrawn_at = null").update();
        }

        @Test
        @DisplayName("of two nodes that write a version one is first, and what it wrote stays")
        void firstOneWins() {
            var first = new PolicyVersion("reply", 1, EffectiveFrom.at(NOON), RULES, null);
            policies.add(first);

            assertThatThrownBy(() -> policies.add(new PolicyVersion("reply", 1, EffectiveFrom.on(DAY), RULES, null)))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(policies.of("reply")).containsExactly(first);
        }

        @Test
        @DisplayName("who changes a kind holds it until the transaction ends; the other kinds are free")
        void locked() {
            tables.assertHeldUntilTheTransactionEnds(() -> policies.lock("standing"));
            tables.assertFreeWhileHeld(() -> policies.lock("standing"), () -> policies.lock("dispute"));
        }

        @Test
        @DisplayName("who has locked a kind reads what others have written before")
        void readAfterTheLock() {
            var read = tables.inTransaction(() -> {
                policies.of("standing");
                policies.lock("standing");
                return policies.of("standing");
            });
            assertThat(read).hasSize(1);
        }
    }
}
