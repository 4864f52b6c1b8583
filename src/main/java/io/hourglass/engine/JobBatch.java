package io.hourglass.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs that were acquired together: what can fire as a batch does; the rest, and a batch that failed, one by one. */
class JobBatch extends ExecuteJobsRunnable {

    private static final Logger log = LoggerFactory.getLogger(JobBatch.class);

    private final BatchedTimers timers;

    JobBatch(List<String> jobs, ProcessEngineImpl engine, BatchedTimers timers) {
        super(new ArrayList<>(jobs), engine);
        this.timers = timers;
    }

    @Override
    public void run() {
        fireTogether();
        super.run();
    }

    @Override
    protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failure) {
        ExecuteJobHelper.executeJob(
                job,
                commands,
                failure,
                context -> {
                    timers.lockAndReadAhead(List.of(job));
                    return new ExecuteJobsCmd(job, failure).execute(context);
                },
                processEngine.getProcessEngineConfiguration());
    }

    private void fireTogether() {
        try {
            var group = timers.groupable(jobIds);
            if (!group.jobs().isEmpty()) {
                var following = timers.fire(group);
                jobIds.removeAll(group.jobs());
                jobIds.addAll(following);
            }
        } catch (RuntimeException e) {
            log.info("{} jobs go one by one, since together they failed: {}", jobIds.size(), e.toString());
        }
    }
}
