package io.hourglass.inquiry.process;

import static java.util.Comparator.comparing;

import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.ProcessState;
import io.hourglass.inquiry.path.ProcessTimer;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Repository;

/** The business key of both processes is the inquiry's id. */
@Repository
class CamundaProcessState implements ProcessState {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final Map<ProcessNode, String> names = new ConcurrentHashMap<>();

    CamundaProcessState(RuntimeService runtime, ManagementService management, RepositoryService repository) {
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
    }

    @Override
    public List<ProcessNode> waitsOf(InquiryId inquiry) {
        return living(inquiry)
                .flatMap(instance -> Stream.ofNullable(runtime.getActivityInstance(instance.getId()))
                        .flatMap(CamundaProcessState::leaves)
                        .map(leaf -> new ProcessNode(keyOf(instance.getProcessDefinitionId()), leaf.getActivityId())))
                .toList();
    }

    @Override
    public Pending pendingOf(InquiryId inquiry) {
        var living = living(inquiry).toList();
        var timers = living.stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream())
                .map(job -> new ProcessTimer(nodeOf(job), job.getDuedate().toInstant(), null, stateOf(job)))
                .sorted(comparing(ProcessTimer::dueAt))
                .toList();
        return new Pending(timers, living.stream().anyMatch(ProcessInstance::isSuspended));
    }

    private static ProcessTimer.State stateOf(Job timer) {
        if (timer.isSuspended()) {
            return ProcessTimer.State.SUSPENDED;
        }
        return timer.getRetries() > 0 ? ProcessTimer.State.ARMED : ProcessTimer.State.GIVEN_UP;
    }

    @Override
    public String nameOf(ProcessNode node) {
        return names.computeIfAbsent(node, this::readName);
    }

    private Stream<ProcessInstance> living(InquiryId inquiry) {
        return PROCESSES.stream()
                .flatMap(process -> runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(inquiry.value())
                        .list()
                        .stream());
    }

    private ProcessNode nodeOf(Job timer) {
        var declared = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return new ProcessNode(timer.getProcessDefinitionKey(), declared.getActivityId());
    }

    private String readName(ProcessNode node) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(node.process())
                .latestVersion()
                .singleResult();
        var element = repository.getBpmnModelInstance(definition.getId()).getModelElementById(node.id());
        return element instanceof FlowElement named && named.getName() != null ? named.getName() : node.id();
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance activity) {
        var children = activity.getChildActivityInstances();
        return children.length == 0
                ? Stream.of(activity)
                : Arrays.stream(children).flatMap(CamundaProcessState::leaves);
    }

    private static String keyOf(String definition) {
        return definition.substring(0, definition.indexOf(':'));
    }
}
