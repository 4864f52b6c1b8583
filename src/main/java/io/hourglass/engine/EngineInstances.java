package io.hourglass.engine;

import io.hourglass.batch.Backfill;
import io.hourglass.batch.processes.Instances;
import io.hourglass.batch.processes.LivingProcesses;
import io.hourglass.batch.processes.LivingProcesses.Wait;
import io.hourglass.batch.processes.ProcessCalls;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class EngineInstances implements Instances {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final LivingProcesses processes;
    private final ProcessCalls calls;
    private final Backfill backfill;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    EngineInstances(
            RuntimeService runtime,
            RepositoryService repository,
            LivingProcesses processes,
            ProcessCalls calls,
            Backfill backfill) {
        this.runtime = runtime;
        this.repository = repository;
        this.processes = processes;
        this.calls = calls;
        this.backfill = backfill;
    }

    @Override
    public boolean begin(String process, String businessKey) {
        return begin(process, businessKey, instance -> instance);
    }

    @Override
    public boolean begin(String process, String businessKey, String start) {
        return begin(process, businessKey, instance -> instance.startBeforeActivity(start));
    }

    private boolean begin(String process, String businessKey, UnaryOperator<ProcessInstantiationBuilder> at) {
        if (backfill.isUnderWay()) {
            return false;
        }
        calls.tell(process, businessKey, () -> at.apply(instance(process, businessKey))
                .execute());
        return true;
    }

    @Override
    public boolean wake(String process, String activity, String businessKey, Enum<?> outcome) {
        var wait = processes.waitingAt(activity, businessKey);
        wait.ifPresent(found -> wake(process, found, businessKey, outcome));
        return wait.isPresent();
    }

    @Override
    public boolean lives(String process, String businessKey) {
        return processes.lives(process, businessKey);
    }

    private void wake(String process, Wait wait, String businessKey, Enum<?> outcome) {
        if (wait.suspended()) {
            calls.leave(process, businessKey);
        } else {
            var variables = Map.<String, Object>of("outcome", Variables.stringValue(outcome.name(), true));
            calls.tell(process, businessKey, () -> runtime.signal(wait.id(), null, null, variables));
        }
    }

    private ProcessInstantiationBuilder instance(String process, String businessKey) {
        return runtime.createProcessInstanceById(definition(process)).businessKey(businessKey);
    }

    /** The version that was the latest when this node first asked: it stays with the model that it knows. */
    private String definition(String process) {
        return definitions.computeIfAbsent(process, key -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId());
    }
}
