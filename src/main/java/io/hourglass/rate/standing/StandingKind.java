package io.hourglass.rate.standing;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.audit.actions.Action;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyKind;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of standing, in force by date of publication: no number that is out may change. */
@Configuration(proxyBeanMethods = false)
public class StandingKind implements PolicyKind<StandingPolicy> {

    public static final String NAME = "standing";

    @Bean
    PolicyVersions<StandingPolicy> standingPolicies(StoredPolicies stored) {
        return new PolicyVersions<>(this, stored);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public StandingPolicy read(int version, EffectiveFrom from, JsonNode rules) {
        return PolicyJson.read(rules, StandingRules.class).from(version, from.day());
    }

    @Override
    public JsonNode kept(JsonNode rules) {
        return PolicyJson.write(PolicyJson.read(rules, StandingRules.class).checked());
    }

    @Override
    public Action activation() {
        return Action.SET_THE_RULES_OF_STANDING;
    }

    static StandingPolicy inForceOn(LocalDate date, List<StandingPolicy> versions) {
        return PolicyVersions.last(versions, policy -> !policy.inForceFrom().isAfter(date));
    }
}
