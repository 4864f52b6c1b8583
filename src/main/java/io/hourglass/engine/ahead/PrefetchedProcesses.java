package io.hourglass.engine.ahead;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.hourglass.batch.processes.LivingProcesses;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Gives the engine whole processes, with their jobs, in two queries for a batch, and finds where they wait. */
@Component
class PrefetchedProcesses implements LivingProcesses {

    private final RuntimeService runtime;
    private final ManagementService management;

    PrefetchedProcesses(@Lazy RuntimeService runtime, @Lazy ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void readAhead(Collection<String> businessKeys) {
        var context = Context.getCommandContext();
        if (context != null && !businessKeys.isEmpty()) {
            readAhead(context, List.copyOf(businessKeys));
        }
    }

    @Override
    public Optional<Wait> waitingAt(String activity, String businessKey) {
        return living(businessKey)
                .filter(execution -> activity.equals(execution.getActivityId()))
                .map(PrefetchedProcesses::wait)
                .findFirst();
    }

    @Override
    public boolean lives(String process, String businessKey) {
        return living(businessKey)
                .anyMatch(execution -> execution.getProcessDefinitionId().startsWith(process + ":"));
    }

    /** The executions of that key, of whatever model. */
    private Stream<ExecutionEntity> living(String businessKey) {
        var context = Context.getCommandContext();
        if (context == null) {
            return executionsOf(List.of(businessKey)).stream();
        }
        if (!PrefetchedJobs.of(context).knows(businessKey)) {
            readAhead(context, List.of(businessKey));
        }
        var entities = context.getDbEntityManager();
        return entities.getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(execution -> !entities.isDeleted(execution))
                .filter(execution -> businessKey.equals(execution.getProcessBusinessKey()));
    }

    private static Wait wait(ExecutionEntity execution) {
        return new Wait(execution.getId(), execution.isSuspended());
    }

    private void readAhead(CommandContext context, List<String> businessKeys) {
        var processes = executionsOf(businessKeys).stream()
                .collect(groupingBy(ExecutionEntity::getProcessInstanceId))
                .values();
        processes.forEach(PrefetchedProcesses::assemble);
        var ids = processes.stream()
                .flatMap(List::stream)
                .map(ExecutionEntity::getProcessInstanceId)
                .collect(toSet());
        PrefetchedJobs.of(context).know(businessKeys, processes, jobsOf(ids));
    }

    private List<ExecutionEntity> executionsOf(List<String> businessKeys) {
        var keys = IntStream.range(0, businessKeys.size())
                .mapToObj(number -> "#{key" + number + "}")
                .collect(joining(", "));
        var query = runtime.createNativeExecutionQuery()
                .sql("select e.* from ACT_RU_EXECUTION p join ACT_RU_EXECUTION e on e.PROC_INST_ID_ = p.ID_ "
                        + "where p.BUSINESS_KEY_ in (" + keys + ")");
        for (var number = 0; number < businessKeys.size(); number++) {
            query.parameter("key" + number, businessKeys.get(number));
        }
        return query.list().stream().map(ExecutionEntity.class::cast).toList();
    }

    private List<JobEntity> jobsOf(Set<String> processes) {
        return processes.isEmpty()
                ? List.of()
                : management.createJobQuery().processInstanceIds(processes).list().stream()
                        .map(JobEntity.class::cast)
                        .toList();
    }

    private static void assemble(List<ExecutionEntity> process) {
        process.stream()
                .filter(ExecutionEntity::isProcessInstanceExecution)
                .forEach(root -> root.restoreProcessInstance(process, null, null, null, null, null, null));
    }
}
