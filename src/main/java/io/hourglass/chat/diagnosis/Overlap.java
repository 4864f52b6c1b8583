package io.hourglass.chat.diagnosis;

import java.util.Set;

/**
 * How many unanswered consultations have just these causes, {@link Cause#ONE_ACCOUNT} left aside.
 *
 * @param causes in their order; empty for those that none explains
 */
public record Overlap(Set<Cause> causes, int consultations) {}
