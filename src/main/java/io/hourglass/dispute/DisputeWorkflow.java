package io.hourglass.dispute;

import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;

/** The process of a dispute, which waits for the decision and carries it out. */
public interface DisputeWorkflow {

    void begin(Dispute dispute);

    /**
     * Carries the decision out in the caller's transaction.
     *
     * @return false if there is no process that can now; a suspended one is notified later
     */
    boolean decided(DisputeId dispute, boolean accepted);
}
