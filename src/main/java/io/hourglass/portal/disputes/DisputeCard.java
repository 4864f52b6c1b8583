package io.hourglass.portal.disputes;

import io.hourglass.dispute.FollowDisputes.Followed;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.RestatedNumber;
import java.util.List;

/**
 * A dispute as its supplier reads it.
 *
 * @param about the case that it is of
 * @param restated by date
 */
public record DisputeCard(CaseShown about, Dispute dispute, List<RestatedNumber> restated) {

    public static DisputeCard of(Followed followed) {
        var dispute = followed.dispute();
        return new DisputeCard(CaseShown.of(dispute.caseId()), dispute, followed.restated());
    }

    /** For its decision: no other is taken meanwhile. */
    public boolean waits() {
        return dispute.state() == DisputeState.OPEN;
    }
}
