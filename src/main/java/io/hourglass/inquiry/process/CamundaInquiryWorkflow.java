package io.hourglass.inquiry.process;

import io.hourglass.inquiry.InquiryWorkflow;
import io.hourglass.inquiry.Outcome;
import io.hourglass.kernel.InquiryId;
import io.hourglass.sla.Clocks;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Repository;

/** {@code inquiry.bpmn}; the business key is the inquiry's id. */
@Repository
class CamundaInquiryWorkflow implements InquiryWorkflow {

    private final RuntimeService runtime;

    CamundaInquiryWorkflow(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void begin(InquiryId inquiry, Clocks clocks) {
        runtime.createProcessInstanceByKey("inquiry")
                .businessKey(inquiry.value())
                .setVariable("replyDeadline", Date.from(clocks.replyDeadline()))
                .setVariable("windowCloses", Date.from(clocks.windowCloses()))
                .setVariable("offerExpires", Date.from(clocks.offerExpires()))
                .execute();
    }

    @Override
    public void supplierActed(InquiryId inquiry, Outcome outcome) {
        wake("SupplierActed", inquiry, outcome);
    }

    @Override
    public void alternativesRequested(InquiryId inquiry) {
        wake("AlternativesRequested", inquiry, Outcome.ALTERNATIVES_REQUESTED);
    }

    private void wake(String message, InquiryId inquiry, Outcome outcome) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(inquiry.value())
                .setVariable("outcome", outcome.name())
                .correlateAll();
    }
}
