package io.hourglass.dispute.process;

import io.hourglass.batch.processes.ProcessCalls;
import io.hourglass.bpmn.DisputeNodes;
import io.hourglass.dispute.DisputeWorkflow;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Repository;

/** {@code dispute.bpmn}; the business key is the dispute's id. */
@Repository
class CamundaDisputeWorkflow implements DisputeWorkflow {

    private static final String PROCESS = "dispute";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ProcessCalls calls;

    CamundaDisputeWorkflow(RuntimeService runtime, TaskService tasks, ProcessCalls calls) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.calls = calls;
    }

    @Override
    public void begin(Dispute dispute) {
        calls.tell(PROCESS, dispute.id().value(), () -> runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(dispute.id().value())
                .setVariable("decideBy", Date.from(dispute.decideBy()))
                .execute());
    }

    @Override
    public boolean decided(DisputeId dispute, boolean accepted) {
        var task = tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(dispute.value())
                .taskDefinitionKey(DisputeNodes.DECIDE_DISPUTE)
                .list();
        if (task.size() == 1 && !task.get(0).isSuspended()) {
            return complete(dispute, task.get(0), accepted);
        }
        calls.leave(PROCESS, dispute.value());
        return false;
    }

    private boolean complete(DisputeId dispute, Task task, boolean accepted) {
        var variables = Map.<String, Object>of("accepted", Variables.booleanValue(accepted, true));
        return calls.tell(PROCESS, dispute.value(), () -> tasks.complete(task.getId(), variables));
    }
}
