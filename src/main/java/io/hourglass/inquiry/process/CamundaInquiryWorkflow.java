package io.hourglass.inquiry.process;

import io.hourglass.inquiry.InquiryWorkflow;
import io.hourglass.inquiry.Outcome;
import io.hourglass.kernel.InquiryId;
import io.hourglass.sla.Clocks;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code inquiry.bpmn}; the business key is the inquiry's id. */
@Repository
class CamundaInquiryWorkflow implements InquiryWorkflow {

    private static final String WAITING =
            """
            select subscription.EVENT_NAME_ as message, subscription.EXECUTION_ID_ as execution
            from ACT_RU_EXECUTION process
            join ACT_RU_EXECUTION waiting on waiting.PROC_INST_ID_ = process.ID_
            join ACT_RU_EVENT_SUBSCR subscription on subscription.EXECUTION_ID_ = waiting.ID_
            where process.BUSINESS_KEY_ = ?""";

    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    CamundaInquiryWorkflow(RuntimeService runtime, JdbcClient jdbc) {
        this.runtime = runtime;
        this.jdbc = jdbc;
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
        var routing = Map.<String, Object>of("outcome", outcome.name());
        waitingFor(message, inquiry).ifPresent(execution -> runtime.messageEventReceived(message, execution, routing));
    }

    /** The engine's own correlation reads every open process; this is three look-ups by index. */
    private Optional<String> waitingFor(String message, InquiryId inquiry) {
        return jdbc.sql(WAITING).param(inquiry.value()).query(Waiting.class).list().stream()
                .filter(waiting -> waiting.message().equals(message))
                .map(Waiting::execution)
                .findFirst();
    }

    private record Waiting(String message, String execution) {}
}
