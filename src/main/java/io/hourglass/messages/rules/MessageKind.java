package io.hourglass.messages.rules;

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

/** The rules of messages, in force by the instant at which something is told. */
@Configuration(proxyBeanMethods = false)
public class MessageKind implements PolicyKind<MessagePolicy> {

    public static final String NAME = "messages";

    private final DayCalendar days;

    MessageKind(DayCalendar days) {
        this.days = days;
    }

    @Bean
    PolicyVersions<MessagePolicy> messagePolicies(StoredPolicies stored) {
        return new PolicyVersions<>(this, stored);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public MessagePolicy read(int version, EffectiveFrom from, JsonNode rules) {
        return new MessagePolicy(version, from.instant(), PolicyJson.read(rules, MessageRules.class));
    }

    /** Its start in the marketplace zone. */
    @Override
    public EffectiveFrom from(LocalDate day, JsonNode rules) {
        return EffectiveFrom.at(days.start(day));
    }

    @Override
    public JsonNode kept(JsonNode rules) {
        return PolicyJson.write(PolicyJson.read(rules, MessageRules.class));
    }
}
