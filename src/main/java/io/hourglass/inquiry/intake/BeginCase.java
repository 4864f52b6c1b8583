package io.hourglass.inquiry.intake;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.events.TellOfInquiries;
import io.hourglass.inquiry.steps.InquiryWorkflow;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Begins the process of an inquiry that stands for itself, and tells of it. */
@Component
class BeginCase {

    private final InquiryWorkflow workflow;
    private final TellOfInquiries tell;

    BeginCase(InquiryWorkflow workflow, TellOfInquiries tell) {
        this.workflow = workflow;
        this.tell = tell;
    }

    void begin(Inquiry inquiry, Instant dueAt) {
        workflow.begin(inquiry.id());
        tell.received(inquiry, dueAt);
    }
}
