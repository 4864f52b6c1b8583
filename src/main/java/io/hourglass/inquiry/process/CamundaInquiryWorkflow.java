package io.hourglass.inquiry.process;

import io.hourglass.batch.processes.LivingProcesses;
import io.hourglass.batch.processes.LivingProcesses.Wait;
import io.hourglass.batch.processes.ProcessCalls;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.pairs.Outcome;
import io.hourglass.inquiry.steps.InquiryWorkflow;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** {@code inquiry.bpmn}; the business key is the inquiry's id. */
@Repository
class CamundaInquiryWorkflow implements InquiryWorkflow {

    private static final String PROCESS = "inquiry";
    private static final String WAIT = InquiryNodes.KEEP_CASE_OPEN;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final LivingProcesses processes;
    private final ProcessCalls calls;
    private volatile @Nullable String definition;

    CamundaInquiryWorkflow(
            RuntimeService runtime, RepositoryService repository, LivingProcesses processes, ProcessCalls calls) {
        this.runtime = runtime;
        this.repository = repository;
        this.processes = processes;
        this.calls = calls;
    }

    @Override
    public void begin(InquiryId inquiry) {
        calls.tell(PROCESS, inquiry.value(), () -> instanceOf(inquiry).execute());
    }

    @Override
    public boolean end(InquiryId inquiry, Outcome outcome) {
        return wake(inquiry, outcome);
    }

    @Override
    public boolean alternativesRequested(InquiryId inquiry) {
        return wake(inquiry, Outcome.ALTERNATIVES_REQUESTED);
    }

    @Override
    public void alternativesRequestedAfterTheEnd(InquiryId inquiry) {
        calls.tell(PROCESS, inquiry.value(), () -> instanceOf(inquiry)
                .startBeforeActivity(InquiryNodes.ASKED_AFTER_THE_END)
                .execute());
    }

    @Override
    public boolean isUnderWay(InquiryId inquiry) {
        return processes.lives(PROCESS, inquiry.value());
    }

    private ProcessInstantiationBuilder instanceOf(InquiryId inquiry) {
        return runtime.createProcessInstanceById(definition()).businessKey(inquiry.value());
    }

    private boolean wake(InquiryId inquiry, Outcome outcome) {
        var wait = processes.waitingAt(WAIT, inquiry.value());
        wait.ifPresent(found -> wake(inquiry, found, outcome));
        return wait.isPresent();
    }

    private void wake(InquiryId inquiry, Wait wait, Outcome outcome) {
        if (wait.suspended()) {
            calls.leave(PROCESS, inquiry.value());
        } else {
            var variables = Map.<String, Object>of("outcome", Routing.by(outcome));
            calls.tell(PROCESS, inquiry.value(), () -> runtime.signal(wait.id(), null, null, variables));
        }
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
