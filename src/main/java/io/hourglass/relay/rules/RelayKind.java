package io.hourglass.relay.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyKind;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import io.hourglass.sla.days.DayCalendar;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of the relay, in force by the instant at which a mail is taken. */
@Configuration(proxyBeanMethods = false)
public class RelayKind implements PolicyKind<RelayPolicy> {

    public static final String NAME = "relay";

    private final DayCalendar days;

    RelayKind(DayCalendar days) {
        this.days = days;
    }

    @Bean
    PolicyVersions<RelayPolicy> relayPolicies(StoredPolicies stored) {
        return new PolicyVersions<>(this, stored);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RelayPolicy read(int version, EffectiveFrom from, JsonNode rules) {
        return new RelayPolicy(version, from.instant(), PolicyJson.read(rules, RelayRules.class));
    }

    /** Its start in the marketplace zone. */
    @Override
    public EffectiveFrom from(LocalDate day, JsonNode rules) {
        return EffectiveFrom.at(days.start(day));
    }

    @Override
    public JsonNode kept(JsonNode rules) {
        return PolicyJson.write(PolicyJson.read(rules, RelayRules.class).asKept());
    }

    @Override
    public JsonNode copied(JsonNode rules) {
        return PolicyJson.write(PolicyJson.read(rules, RelayRules.class).whole());
    }
}
