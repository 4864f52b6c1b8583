package io.hourglass.messages.rules;

import io.hourglass.policy.versions.PolicyVersions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Knows the rules of messages that are in force now. */
@Component
public class RulesOfMessages {

    private final PolicyVersions<MessagePolicy> versions;
    private final Clock clock;

    RulesOfMessages(PolicyVersions<MessagePolicy> versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    public MessageRules now() {
        var now = clock.instant();
        return versions.last(version -> !version.inForceFrom().isAfter(now)).rules();
    }
}
