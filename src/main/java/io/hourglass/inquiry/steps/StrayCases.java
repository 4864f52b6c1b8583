package io.hourglass.inquiry.steps;

import io.hourglass.kernel.ids.InquiryId;
import java.time.Instant;
import java.util.List;

/** Inquiries whose processes do not seem to be where they should be, by our rows and the engine's together. */
public interface StrayCases {

    /**
     * In no order that means anything: open cases and offers whose process is missing or has no timer, and processes that
     * wait for an offer whose time is over.
     *
     * @param limit how many at the most
     */
    List<InquiryId> find(Instant now, int limit);
}
