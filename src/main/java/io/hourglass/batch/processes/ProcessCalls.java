package io.hourglass.batch.processes;

import io.hourglass.batch.Batched;
import io.hourglass.batch.rows.Insert;
import io.hourglass.batch.rows.WriteBatch;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The one way to notify processes of what happened. What is recorded is kept even if the engine fails: a {@link Batched} call
 * whose process refuses runs again without processes, and each to notify is recorded for the reconciler
 * (ADR 30).
 */
@Component
public class ProcessCalls {

    private static final ThreadLocal<Boolean> WITHOUT = ThreadLocal.withInitial(() -> false);
    private static final Insert UNTOLD = new Insert(
            4,
            """
            insert into hourglass.untold_process (process, business_key, since)
            select cast(? as varchar), cast(? as varchar), current_timestamp
            where not exists (select 1 from hourglass.untold_process where process = ? and business_key = ?)""");

    private final WriteBatch rows;

    public ProcessCalls(WriteBatch rows) {
        this.rows = rows;
    }

    /**
     * @param process the model's key
     * @return false if it was noted instead
     * @throws ProcessRefused if the engine refuses
     */
    public boolean tell(String process, String businessKey, Runnable call) {
        if (WITHOUT.get()) {
            leave(process, businessKey);
            return false;
        }
        try {
            call.run();
            return true;
        } catch (ConcurrencyFailureException | DuplicateKeyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ProcessRefused(process, businessKey, e);
        }
    }

    /** Leaves it to the reconciler. */
    public void leave(String process, String businessKey) {
        rows.add(UNTOLD, process, businessKey, process, businessKey);
    }

    /** What is done within notifies no process. */
    public static <T> T without(Supplier<T> work) {
        WITHOUT.set(true);
        try {
            return work.get();
        } finally {
            WITHOUT.remove();
        }
    }
}
