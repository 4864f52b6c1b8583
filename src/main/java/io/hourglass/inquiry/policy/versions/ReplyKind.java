package io.hourglass.inquiry.policy.versions;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.inquiry.policy.ReplyVersion;
import io.hourglass.policy.AuthorsInRules;
import io.hourglass.policy.CountingAuthors;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyKind;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import io.hourglass.sla.days.NaturalDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private static final String CONVERSATION = "inquiry";

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
                .version(version, from.instant(), AuthorsInRules.of(rules));
        return new ReplyVersion(policy, AuthorsInRules.tableVersion(rules));
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
        return AuthorsInRules.with(set, countingAuthors.in(CONVERSATION));
    }

    @Override
    public JsonNode copied(JsonNode rules) {
        return AuthorsInRules.without(rules);
    }

    @Override
    public Instant fixedFrom(EffectiveFrom from, ZoneId zone) {
        return from.knownBeforeItsDay(zone);
    }
}
