package io.hourglass.inquiry.process;

import io.hourglass.group.LivingProcesses;
import io.hourglass.inquiry.InquiryWorkflow;
import io.hourglass.inquiry.Outcome;
import io.hourglass.kernel.InquiryId;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** {@code inquiry.bpmn}; the business key is the inquiry's id. */
@Repository
class CamundaInquiryWorkflow implements InquiryWorkflow {

    private static final String PROCESS = "inquiry";

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final LivingProcesses processes;
    private volatile @Nullable String definition;

    CamundaInquiryWorkflow(RuntimeService runtime, RepositoryService repository, LivingProcesses processes) {
        this.runtime = runtime;
        this.repository = repository;
        this.processes = processes;
    }

    @Override
    public void begin(InquiryId inquiry) {
        runtime.createProcessInstanceById(definition())
                .businessKey(inquiry.value())
                .execute();
    }

    @Override
    public void supplierActed(InquiryId inquiry, Outcome outcome) {
        wake(inquiry, outcome);
    }

    @Override
    public boolean alternativesRequested(InquiryId inquiry) {
        return wake(inquiry, Outcome.ALTERNATIVES_REQUESTED);
    }

    @Override
    public void alternativesRequestedAfterTheEnd(InquiryId inquiry) {
        runtime.createProcessInstanceById(definition())
                .businessKey(inquiry.value())
                .startBeforeActivity("AskedAfterTheEnd")
                .execute();
    }

    private boolean wake(InquiryId inquiry, Outcome outcome) {
        var wait = processes.waitingAt("KeepCaseOpen", inquiry.value());
        wait.ifPresent(id -> runtime.signal(id, null, null, Map.of("outcome", Routing.by(outcome))));
        return wait.isPresent();
    }

    /** The version that was the latest when this node first asked: it stays with the model that it knows. */
    private String definition() {
        var known = definition;
        if (known == null) {
            known = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(PROCESS)
                    .latestVersion()
                    .singleResult()
                    .getId();
            definition = known;
        }
        return known;
    }
}
