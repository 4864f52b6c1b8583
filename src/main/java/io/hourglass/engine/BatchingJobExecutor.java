package io.hourglass.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/** The engine's own job executor, with its locks, which executes the jobs of an acquisition in batches. */
class BatchingJobExecutor extends SpringJobExecutor {

    private final BatchedTimers timers;
    private final int size;

    BatchingJobExecutor(BatchedTimers timers, int size) {
        this.timers = timers;
        this.size = size;
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new InGroups(this);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new JobBatch(jobs, engine, timers);
    }

    private final class InGroups extends SequentialJobAcquisitionRunnable {

        InGroups(BatchingJobExecutor executor) {
            super(executor);
        }

        @Override
        protected void executeJobs(JobAcquisitionContext context, ProcessEngineImpl engine, AcquiredJobs acquired) {
            var groups = new AcquiredJobs(acquired.getNumberOfJobsAttemptedToAcquire());
            var all = acquired.getJobIdBatches().stream().flatMap(List::stream).toList();
            IntStream.iterate(0, from -> from < all.size(), from -> from + size)
                    .mapToObj(from -> new ArrayList<>(all.subList(from, Math.min(all.size(), from + size))))
                    .forEach(groups::addJobIdBatch);
            super.executeJobs(context, engine, groups);
        }
    }
}
