package io.hourglass.dispute.rules;

import io.hourglass.kernel.InvalidInput;

/** What is set of a version of the rules of disputes; see {@link DisputePolicy}. */
public record DisputeRules(int disputeWithinDays, int decideWithinDays) {

    private static final int MAX_DAYS = 366;

    /** @throws InvalidInput if a span is not 1 to 366 days */
    DisputeRules checked() {
        check("disputeWithinDays", disputeWithinDays);
        check("decideWithinDays", decideWithinDays);
        return this;
    }

    private static void check(String field, int days) {
        if (days < 1 || days > MAX_DAYS) {
            throw new InvalidInput(field, days, "1 to " + MAX_DAYS);
        }
    }
}
