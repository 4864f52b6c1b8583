package io.hourglass.inquiry;

import io.hourglass.kernel.InquiryId;

/** The inquiries as processes. Each call is part of the caller's transaction. */
public interface InquiryWorkflow {

    void begin(InquiryId inquiry);

    /** The supplier answered, rejected or reported: wakes the process, if it still lives. */
    void supplierActed(InquiryId inquiry, Outcome outcome);

    /**
     * The buyer asked for alternatives: wakes the process.
     *
     * @return whether it waited for that
     */
    boolean alternativesRequested(InquiryId inquiry);

    /** The same for an inquiry whose process is over, be it through a rejection. */
    void alternativesRequestedAfterTheEnd(InquiryId inquiry);
}
