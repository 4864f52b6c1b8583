package io.hourglass.dispute;

/** The process of a dispute, which waits for the decision and carries it out. */
public interface DisputeWorkflow {

    void begin(Dispute dispute);

    /** Carries the decision out in the caller's transaction. */
    void decided(DisputeId dispute, boolean accepted);
}
