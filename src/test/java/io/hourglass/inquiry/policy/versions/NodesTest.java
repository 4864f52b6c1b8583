package io.hourglass.inquiry.policy.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.policy.ReplyVersion;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.policy.CountingAuthors;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyVersion;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A node that does not activate a version itself")
class NodesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T16:00:00Z");
    private static final ReplyRules DEFAULTS = ReplyRules.builder()
            .zone(ZoneId.of("Asia/Shanghai"))
            .replyWithin(Duration.ofDays(3))
            .objectWithin(Period.ofDays(3))
            .booksCloseAfterDays(5)
            .rateWindowDays(30)
            .duplicates(DuplicateRule.NATURAL_DAY)
            .offerStaysFor(Duration.ofDays(14))
            .textlessReplyCounts(true)
            .earlyBy(Duration.ofMinutes(5))
            .gapOwnAfter(Duration.ofDays(1))
            .outageLeast(Duration.ofHours(4))
            .build();

    private final SettableClock clock = new SettableClock();
    private final Kept kept = new Kept();
    private final ReplyKind kind =
            new ReplyKind(conversation -> new CountingAuthors.Answer(Set.of(AuthorKind.HUMAN), 1));
    private final PolicyVersions<ReplyVersion> versions = kind.replyVersions(kept);
    private final ReplyPolicies node = new ReplyPolicies(versions, kept, kind, DEFAULTS, clock);

    @BeforeEach
    void start() {
        clock.set(NOON);
        node.start();
    }

    private void activate(int version, Instant from) {
        JsonNode rules = kind.withAuthors(DEFAULTS);
        kept.add(new PolicyVersion(ReplyKind.NAME, version, EffectiveFrom.at(from), rules, null));
    }

    private int inForce() {
        return node.inForceAt(clock.instant()).version();
    }

    @Test
    @DisplayName("judges by it from its first instant on")
    void known() {
        activate(2, MIDNIGHT);
        clock.set(MIDNIGHT.minusMillis(1));
        assertThat(inForce()).isEqualTo(1);
        clock.set(MIDNIGHT);
        assertThat(inForce()).isEqualTo(2);
    }

    @Test
    @DisplayName("does not judge by one that was withdrawn after it had read it")
    void withdrawn() {
        activate(2, MIDNIGHT);
        node.start();
        assertThat(node.all()).extracting(ReplyPolicy::version).containsExactly(1, 2);
        kept.withdraw(ReplyKind.NAME, 2, NOON.plusSeconds(1));
        clock.set(MIDNIGHT);
        assertThat(inForce()).isEqualTo(1);
    }

    @Test
    @DisplayName("learns of a version by its number from a node whose clock is ahead")
    void ahead() {
        activate(2, MIDNIGHT);
        clock.set(MIDNIGHT.minusMillis(200));
        assertThat(node.version(2).days().inForceFrom()).isEqualTo(MIDNIGHT);
    }

    @Test
    @DisplayName("reads the versions once a natural day, and again where its clock is put back")
    void once() {
        kept.read = 0;
        node.all();
        clock.set(MIDNIGHT.minusMillis(1));
        node.all();
        assertThat(kept.read).isZero();
        clock.set(MIDNIGHT);
        node.all();
        clock.set(MIDNIGHT.plus(Duration.ofHours(23)));
        node.all();
        assertThat(kept.read).isEqualTo(1);
        clock.set(NOON);
        node.all();
        assertThat(kept.read).isEqualTo(2);
    }

    /** What both nodes read. */
    private static final class Kept implements StoredPolicies {

        private final List<PolicyVersion> versions = new ArrayList<>();
        private int read;

        @Override
        public List<PolicyVersion> of(String kind) {
            read++;
            return List.copyOf(versions);
        }

        @Override
        public void lock(String kind) {}

        @Override
        public void add(PolicyVersion version) {
            versions.add(version);
        }

        @Override
        public void withdraw(String kind, int version, Instant at) {
            versions.replaceAll(one ->
                    one.version() == version ? new PolicyVersion(kind, version, one.from(), one.rules(), at) : one);
        }
    }
}
