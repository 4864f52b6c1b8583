package io.hourglass.inquiry.process;

import io.hourglass.batch.processes.Instances;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.pairs.Outcome;
import io.hourglass.inquiry.steps.InquiryWorkflow;
import io.hourglass.kernel.ids.InquiryId;
import org.springframework.stereotype.Component;

/** {@code inquiry.bpmn}; the business key is the inquiry's id. */
@Component
class InquiryInstances implements InquiryWorkflow {

    private static final String PROCESS = "inquiry";

    private final Instances instances;

    InquiryInstances(Instances instances) {
        this.instances = instances;
    }

    @Override
    public boolean begin(InquiryId inquiry) {
        return instances.begin(PROCESS, inquiry.value());
    }

    @Override
    public boolean end(InquiryId inquiry, Outcome outcome) {
        return instances.wake(PROCESS, InquiryNodes.KEEP_CASE_OPEN, inquiry.value(), outcome);
    }

    @Override
    public boolean alternativesRequested(InquiryId inquiry) {
        return end(inquiry, Outcome.ALTERNATIVES_REQUESTED);
    }

    @Override
    public void alternativesRequestedAfterTheEnd(InquiryId inquiry) {
        instances.begin(PROCESS, inquiry.value(), InquiryNodes.ASKED_AFTER_THE_END);
    }

    @Override
    public boolean isUnderWay(InquiryId inquiry) {
        return instances.lives(PROCESS, inquiry.value());
    }
}
