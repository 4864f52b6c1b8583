package io.hourglass.dispute.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.audit.actions.Action;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyKind;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of disputes, in force by the natural day on which the inquiry was received. */
@Configuration(proxyBeanMethods = false)
public class DisputeKind implements PolicyKind<DisputePolicy> {

    public static final String NAME = "dispute";

    @Bean
    PolicyVersions<DisputePolicy> disputePolicies(StoredPolicies stored) {
        return new PolicyVersions<>(this, stored);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DisputePolicy read(int version, EffectiveFrom from, JsonNode rules) {
        var set = PolicyJson.read(rules, DisputeRules.class);
        return new DisputePolicy(version, from.day(), set.disputeWithinDays(), set.decideWithinDays());
    }

    @Override
    public JsonNode kept(JsonNode rules) {
        return PolicyJson.write(PolicyJson.read(rules, DisputeRules.class).checked());
    }

    @Override
    public Action activation() {
        return Action.SET_THE_RULES_OF_DISPUTES;
    }
}
