package io.hourglass.relay.rules;

import io.hourglass.policy.versions.PolicyVersions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Knows the rules of the relay that are in force now. */
@Component
public class RulesOfRelay {

    private final PolicyVersions<RelayPolicy> versions;
    private final Clock clock;

    RulesOfRelay(PolicyVersions<RelayPolicy> versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    public RelayRules now() {
        var now = clock.instant();
        return versions.last(version -> !version.inForceFrom().isAfter(now)).rules();
    }
}
