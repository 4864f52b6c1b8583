package io.hourglass.referral.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.hourglass.audit.actions.Action;
import io.hourglass.policy.versions.EffectiveFrom;
import io.hourglass.policy.versions.PolicyJson;
import io.hourglass.policy.versions.PolicyKind;
import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.policy.versions.StoredPolicies;
import io.hourglass.sla.days.DayCalendar;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of referrals, in force by the instant at which the buyer asks. */
@Configuration(proxyBeanMethods = false)
public class ReferralKind implements PolicyKind<ReferralPolicy> {

    public static final String NAME = "referral";

    private final DayCalendar days;

    ReferralKind(DayCalendar days) {
        this.days = days;
    }

    @Bean
    PolicyVersions<ReferralPolicy> referralPolicies(StoredPolicies stored) {
        return new PolicyVersions<>(this, stored);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ReferralPolicy read(int version, EffectiveFrom from, JsonNode rules) {
        return new ReferralPolicy(version, from.instant(), PolicyJson.read(rules, ReferralRules.class));
    }

    /** Its start in the marketplace zone. */
    @Override
    public EffectiveFrom from(LocalDate day, JsonNode rules) {
        return EffectiveFrom.at(days.start(day));
    }

    @Override
    public JsonNode kept(JsonNode rules) {
        return PolicyJson.write(PolicyJson.read(rules, ReferralRules.class));
    }

    @Override
    public Action activation() {
        return Action.SET_THE_RULES_OF_REFERRAL;
    }
}
