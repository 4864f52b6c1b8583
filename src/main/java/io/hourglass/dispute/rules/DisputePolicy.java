package io.hourglass.dispute.rules;

import java.time.LocalDate;

/**
 * One version of the rules of disputes. It applies to inquiries received on and after its first date.
 *
 * @param disputeWithinDays natural days from the books' close in which a verdict may be disputed
 * @param decideWithinDays natural days from when it was raised in which a dispute is decided
 */
public record DisputePolicy(int version, LocalDate inForceFrom, int disputeWithinDays, int decideWithinDays) {}
