package io.hourglass.inquiry.path;

import io.hourglass.kernel.ids.InquiryId;
import java.util.List;

/** What the engine says at this moment of an inquiry's process and of its referral's; empty once both are over. */
public interface ProcessState {

    /** The keys of both models. */
    List<String> PROCESSES = List.of("inquiry", "referral");

    /** Where tokens wait. */
    List<ProcessNode> waitsOf(InquiryId inquiry);

    /** What they wait for. */
    Pending pendingOf(InquiryId inquiry);

    /**
     * @param timers that have not fired, armed or not, the nearest first
     * @param suspended one of the processes is: facts are kept, and it goes on once it is resumed
     */
    record Pending(List<ProcessTimer> timers, boolean suspended) {}

    /** What the model calls a node; its id if the model in force does not know it any more. */
    String nameOf(ProcessNode node);
}
