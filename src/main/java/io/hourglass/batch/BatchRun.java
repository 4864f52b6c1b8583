package io.hourglass.batch;

import io.hourglass.batch.meters.BatchMeters;
import io.hourglass.batch.processes.ProcessCalls;
import io.hourglass.batch.processes.ProcessRefused;
import io.hourglass.batch.rows.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Runs calls in one transaction. If that fails they run one by one, so that only the culprit fails; one that was
 * overtaken runs again, and one whose process refused runs again without processes.
 */
@Component
class BatchRun {

    private static final Logger log = LoggerFactory.getLogger(BatchRun.class);

    private final Transactions transactions;
    private final Prefetchers readAheads;
    private final WriteBatch rows;
    private final BatchMeters meters;
    private final RetryTemplate again = LostRaces.again();

    BatchRun(Transactions transactions, Prefetchers readAheads, WriteBatch rows, BatchMeters meters) {
        this.transactions = transactions;
        this.readAheads = readAheads;
        this.rows = rows;
        this.meters = meters;
    }

    /** Every call has its answer or its exception afterwards; nothing is thrown but errors. */
    void run(List<Call> group) {
        meters.ran(group.size());
        try {
            if (group.size() == 1) {
                runAlone(group.get(0));
            } else if (!group.isEmpty()) {
                runTogether(group);
            }
        } catch (Error e) {
            group.forEach(call -> call.fail(e));
            throw e;
        }
    }

    private void runTogether(List<Call> group) {
        try {
            attempt(group).forEach(Attempt::tell);
        } catch (TransactionException | DataAccessResourceFailureException e) {
            group.forEach(call -> call.fail(e));
        } catch (RuntimeException e) {
            group.forEach(this::runAlone);
        }
    }

    private void runAlone(Call call) {
        try {
            attemptAgain(call).forEach(Attempt::tell);
        } catch (ProcessRefused e) {
            log.warn("A process is left to the reconciler: {}", e.getMessage(), e);
            runWithoutProcesses(call);
        } catch (RuntimeException e) {
            call.fail(e);
        }
    }

    private void runWithoutProcesses(Call call) {
        try {
            ProcessCalls.without(() -> attemptAgain(call)).forEach(Attempt::tell);
        } catch (RuntimeException e) {
            call.fail(e);
        }
    }

    private List<Attempt> attemptAgain(Call call) {
        return again.execute(attempt -> {
            if (attempt.getRetryCount() > 0) {
                meters.ranAgain();
            }
            return attempt(List.of(call));
        });
    }

    private List<Attempt> attempt(List<Call> group) {
        var attempts = new ArrayList<Attempt>();
        transactions.inOne(() -> {
            readAheads.load(group.stream().map(Call::argument).toList());
            group.forEach(call -> attempts.add(attempt(call, group.size() == 1)));
        });
        return attempts;
    }

    /**
     * A call that refuses before it has written anything, in whatever way, leaves the transaction as good as it was. One
     * that is alone takes it back in any case.
     */
    private Attempt attempt(Call call, boolean alone) {
        var written = rows.written();
        try {
            return new Attempt(call, call.perform(), null);
        } catch (DataAccessException | ProcessRefused e) {
            throw e;
        } catch (RuntimeException e) {
            if (alone || rows.written() > written) {
                throw e;
            }
            return new Attempt(call, null, e);
        }
    }

    private record Attempt(Call call, @Nullable Object value, @Nullable RuntimeException refusal) {

        void tell() {
            if (refusal == null) {
                call.answer(value);
            } else {
                call.fail(refusal);
            }
        }
    }
}
