package io.hourglass.messages.rules;

import java.time.Instant;

/** One version of the rules of messages, in force from an instant on. */
public record MessagePolicy(int version, Instant inForceFrom, MessageRules rules) {}
