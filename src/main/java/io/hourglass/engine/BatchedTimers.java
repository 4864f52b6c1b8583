package io.hourglass.engine;

import io.hourglass.batch.processes.BatchableTimers;
import io.hourglass.batch.processes.LivingProcesses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Fires due timers in one transaction, the features' own rows locked before the engine touches its own. */
@Component
class BatchedTimers {

    private final ObjectProvider<BatchableTimers> processes;
    private final LivingProcesses readAhead;
    private final JdbcClient jdbc;
    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final Lock givingWay = new ReentrantLock();

    BatchedTimers(
            ObjectProvider<BatchableTimers> processes,
            LivingProcesses readAhead,
            JdbcClient jdbc,
            ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.processes = processes;
        this.readAhead = readAhead;
        this.jdbc = jdbc;
        this.engine = engine;
    }

    /**
     * Jobs that may fire together.
     *
     * @param givesWay whether none of them is fired while others that give way are
     */
    record Group(List<String> jobs, boolean givesWay) {}

    /** Of the jobs one for each process at the most. */
    Group groupable(List<String> jobs) {
        var byProcess = new HashMap<String, String>();
        var givesWay = false;
        for (var job : read(jobs)) {
            var batchable = processes.stream()
                    .filter(process -> process.processes().contains(job.process()))
                    .findFirst();
            if (batchable.isPresent()) {
                byProcess.putIfAbsent(job.businessKey(), job.id());
                givesWay |= batchable.get().giveWay();
            }
        }
        return new Group(List.copyOf(byProcess.values()), givesWay);
    }

    /** As {@link #fire(List)}, one group that gives way at a time. */
    List<String> fire(Group group) {
        if (!group.givesWay()) {
            return fire(group.jobs());
        }
        givingWay.lock();
        try {
            return fire(group.jobs());
        } finally {
            givingWay.unlock();
        }
    }

    /**
     * All of the jobs or none; one that is gone by then is left out.
     *
     * @return the jobs that follow at once
     */
    List<String> fire(List<String> jobs) {
        var following = new JobExecutorContext();
        Context.setJobExecutorContext(following);
        try {
            engine.getObject().getCommandExecutorTxRequired().execute(context -> {
                lockAndReadAhead(jobs);
                jobs.forEach(job -> new ExecuteJobsCmd(job, new JobFailureCollector(job)).execute(context));
                return null;
            });
            return following.getCurrentProcessorJobQueue();
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    void lockAndReadAhead(List<String> jobs) {
        var keys = new HashMap<String, List<String>>();
        read(jobs).forEach(job -> keys.computeIfAbsent(job.process(), process -> new ArrayList<>())
                .add(job.businessKey()));
        processes.forEach(process -> lockAndReadAhead(process, keys));
    }

    private void lockAndReadAhead(BatchableTimers process, Map<String, List<String>> keys) {
        var own = process.processes().stream()
                .flatMap(key -> keys.getOrDefault(key, List.of()).stream())
                .toList();
        if (!own.isEmpty()) {
            process.readAhead(own);
            readAhead.readAhead(own);
        }
    }

    private List<Job> read(List<String> jobs) {
        return jdbc.sql(
                        """
                        select job.ID_ as id, job.PROCESS_DEF_KEY_ as process, process.BUSINESS_KEY_ as business_key
                        from ACT_RU_JOB job join ACT_RU_EXECUTION process on process.ID_ = job.PROCESS_INSTANCE_ID_
                        where job.ID_ = any (?) and process.BUSINESS_KEY_ is not null""")
                .param(new SqlArrayValue("varchar", jobs.toArray()))
                .query(Job.class)
                .list();
    }

    private record Job(String id, String process, String businessKey) {}
}
