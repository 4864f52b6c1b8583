package io.hourglass.dispute.process;

import io.hourglass.dispute.Dispute;
import io.hourglass.dispute.DisputeId;
import io.hourglass.dispute.DisputeWorkflow;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Repository;

/** {@code dispute.bpmn}; the business key is the dispute's id. */
@Repository
class CamundaDisputeWorkflow implements DisputeWorkflow {

    private final RuntimeService runtime;
    private final TaskService tasks;

    CamundaDisputeWorkflow(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @Override
    public void begin(Dispute dispute) {
        runtime.createProcessInstanceByKey("dispute")
                .businessKey(dispute.id().value())
                .setVariable("decideBy", Date.from(dispute.decideBy()))
                .execute();
    }

    @Override
    public void decided(DisputeId dispute, boolean accepted) {
        var task = tasks.createTaskQuery()
                .processDefinitionKey("dispute")
                .processInstanceBusinessKey(dispute.value())
                .taskDefinitionKey("DecideDispute")
                .singleResult();
        tasks.complete(task.getId(), Map.of("accepted", Variables.booleanValue(accepted, true)));
    }
}
