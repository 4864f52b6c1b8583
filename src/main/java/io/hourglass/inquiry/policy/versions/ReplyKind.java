package io.hourglass.inquiry.policy.versions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hourglass.inquiry.policy.ReplyVersion;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.policy.CountingAuthors;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyKind;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The reply policy. Beside what may be set, a version keeps the author kinds that count by the decision table of the day on
 * which it was activated.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplyRules.class)
class ReplyKind implements PolicyKind<ReplyVersion> {

    static final String NAME = "reply";

    /** More than the clocks of two nodes differ. Each node reads the versions when a natural day begins. */
    static final Duration KNOWN_BEFORE = Duration.ofMinutes(1);

    private static final String CONVERSATION = "inquiry";
    private static final String COUNTING_AUTHORS = "countingAuthors";
    private static final String AUTHOR_KINDS_VERSION = "authorKindsVersion";

    private final CountingAuthors countingAuthors;

    ReplyKind(CountingAuthors countingAuthors) {
        this.countingAuthors = countingAuthors;
    }

    @Bean
    PolicyVersions<ReplyVersion> replyVersions(StoredPolicies stored) {
        return new PolicyVersions<>(this, stored);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ReplyVersion read(int version, EffectiveFrom from, JsonNode rules) {
        var policy = PolicyJson.read(copied(rules), ReplyRules.class)
                .version(version, from.instant(), authors(rules.path(COUNTING_AUTHORS)));
        return new ReplyVersion(policy, rules.path(AUTHOR_KINDS_VERSION).asInt());
    }

    /** Its start in the version's own zone. */
    @Override
    public EffectiveFrom from(LocalDate day, JsonNode rules) {
        return EffectiveFrom.at(NaturalDay.start(
                day, PolicyJson.read(copied(rules), ReplyRules.class).zone()));
    }

    @Override
    public JsonNode kept(JsonNode rules) {
        var set = PolicyJson.read(rules, ReplyRules.class);
        set.check();
        return withAuthors(set);
    }

    JsonNode withAuthors(ReplyRules set) {
        var answer = countingAuthors.in(CONVERSATION);
        ObjectNode kept = PolicyJson.write(set).deepCopy();
        var authors = kept.putArray(COUNTING_AUTHORS);
        answer.kinds().stream().map(Enum::name).sorted().forEach(authors::add);
        return kept.put(AUTHOR_KINDS_VERSION, answer.tableVersion());
    }

    @Override
    public JsonNode copied(JsonNode rules) {
        ObjectNode copy = rules.deepCopy();
        return copy.remove(List.of(COUNTING_AUTHORS, AUTHOR_KINDS_VERSION));
    }

    /** A day that has begun keeps its version and its zone. */
    @Override
    public Instant fixedFrom(EffectiveFrom from, ZoneId zone) {
        return NaturalDay.start(NaturalDay.of(from.instant(), zone), zone).minus(KNOWN_BEFORE);
    }

    private static Set<AuthorKind> authors(JsonNode names) {
        var authors = new HashSet<AuthorKind>();
        names.forEach(name -> authors.add(AuthorKind.valueOf(name.asText())));
        return authors;
    }
}
