package io.hourglass.engine.ahead;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/** Answers the engine's look-up of an execution's jobs from the prefetch, once; then from the database. */
class PrefetchedJobs extends JobManager {

    private final Set<String> businessKeys = new HashSet<>();
    private final Map<String, List<JobEntity>> jobsOfExecutions = new HashMap<>();
    private final Set<String> healthyJobs = new HashSet<>();

    static PrefetchedJobs of(CommandContext context) {
        return (PrefetchedJobs) context.getJobManager();
    }

    boolean knows(String businessKey) {
        return businessKeys.contains(businessKey);
    }

    /** Jobs with retries left have no incident. */
    boolean isHealthy(String job) {
        return healthyJobs.contains(job);
    }

    void know(Collection<String> keys, Collection<List<ExecutionEntity>> processes, List<JobEntity> jobs) {
        businessKeys.addAll(keys);
        processes.forEach(
                process -> process.forEach(execution -> jobsOfExecutions.put(execution.getId(), new ArrayList<>())));
        jobsOfExecutions.putAll(
                jobs.stream().collect(groupingBy(JobEntity::getExecutionId, toCollection(ArrayList::new))));
        jobs.stream().filter(job -> job.getRetries() > 0).map(JobEntity::getId).forEach(healthyJobs::add);
    }

    @Override
    public List<JobEntity> findJobsByExecutionId(String execution) {
        var known = jobsOfExecutions.remove(execution);
        return known == null ? super.findJobsByExecutionId(execution) : known;
    }
}
