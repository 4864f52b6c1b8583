package io.hourglass.engine;

import io.hourglass.batch.processes.ProcessWatch;
import java.util.HashSet;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the engine where a process is, by the key of its model and its business key. */
@Component
class EngineWatch implements ProcessWatch {

    private static final String REASON = "the reconciler begins it anew";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;

    EngineWatch(@Lazy RuntimeService runtime, @Lazy ManagementService management, @Lazy RepositoryService repository) {
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
    }

    @Override
    public Whereabouts of(String process, String businessKey) {
        var instances = living(process, businessKey);
        var waits = new HashSet<String>();
        instances.forEach(instance -> waits.addAll(runtime.getActiveActivityIds(instance.getId())));
        var jobs = instances.stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
        return new Whereabouts(
                waits,
                instances.stream().anyMatch(ProcessInstance::isSuspended)
                        || jobs.stream().anyMatch(Job::isSuspended),
                jobs.stream().anyMatch(job -> job.getRetries() == 0),
                jobs.stream().anyMatch(job -> job.getRetries() > 0));
    }

    @Override
    public void discard(String process, String businessKey) {
        living(process, businessKey)
                .forEach(instance ->
                        runtime.deleteProcessInstanceIfExists(instance.getId(), REASON, true, false, true, false));
    }

    @Override
    public boolean canBegin(String process) {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .active()
                        .count()
                > 0;
    }

    private List<ProcessInstance> living(String process, String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list();
    }
}
