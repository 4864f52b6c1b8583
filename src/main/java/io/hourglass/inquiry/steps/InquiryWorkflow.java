package io.hourglass.inquiry.steps;

import io.hourglass.inquiry.pairs.Outcome;
import io.hourglass.kernel.ids.InquiryId;

/** The inquiries as processes. Each call is part of the caller's transaction; a process that cannot be notified now is notified later. */
public interface InquiryWorkflow {

    /** @return false if none begins, as the past is being brought in */
    boolean begin(InquiryId inquiry);

    /**
     * The case is over: its process, if it still waits, ends there.
     *
     * @return whether it waited
     */
    boolean end(InquiryId inquiry, Outcome outcome);

    /**
     * The buyer asked for alternatives: wakes the process.
     *
     * @return whether it waited for that
     */
    boolean alternativesRequested(InquiryId inquiry);

    /** The same for an inquiry whose process is over, through a rejection for one. */
    void alternativesRequestedAfterTheEnd(InquiryId inquiry);

    /** Whether a process of the inquiry lives, wherever it is. */
    boolean isUnderWay(InquiryId inquiry);
}
