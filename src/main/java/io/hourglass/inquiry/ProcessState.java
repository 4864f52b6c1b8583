package io.hourglass.inquiry;

import io.hourglass.kernel.InquiryId;
import java.util.List;

/** What the engine says at this moment of an inquiry's process and of its referral's; empty once both are over. */
public interface ProcessState {

    /** Where tokens wait. */
    List<ProcessNode> waitsOf(InquiryId inquiry);

    /** The timers that are armed, the nearest first. */
    List<ProcessTimer> armedTimersOf(InquiryId inquiry);

    /** What the model calls a node; its id if the model in force does not know it any more. */
    String nameOf(ProcessNode node);
}
