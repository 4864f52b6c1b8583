package io.hourglass.relay.rules;

import java.time.Instant;

/** One version of the rules of the relay, in force from an instant on. */
public record RelayPolicy(int version, Instant inForceFrom, RelayRules rules) {}
