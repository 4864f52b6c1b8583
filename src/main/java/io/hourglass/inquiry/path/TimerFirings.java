package io.hourglass.inquiry.path;

import io.hourglass.kernel.ids.InquiryId;
import java.util.List;

/** The record of timers that have fired. */
public interface TimerFirings {

    /** Those of the inquiry's process and of its referral's, in the order in which they fired. */
    List<ProcessTimer> of(InquiryId inquiry);
}
