package io.hourglass.batch;

import io.hourglass.batch.processes.ProcessCalls;
import java.util.ArrayList;
import java.util.function.Supplier;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out what something would change: it is done in a transaction of its own, telling no process, and taken back. */
@Component
public class Rehearsal {

    private final RetryTemplate again = LostRaces.again();
    private final TransactionTemplate apart;

    Rehearsal(PlatformTransactionManager manager) {
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param work it may write as if in earnest, and holds what it locks until it is through */
    public <T> T of(Supplier<T> work) {
        return again.execute(attempt -> takenBack(work));
    }

    private <T> T takenBack(Supplier<T> work) {
        var found = new ArrayList<T>();
        apart.executeWithoutResult(status -> {
            status.setRollbackOnly();
            found.add(ProcessCalls.without(work));
        });
        return found.get(0);
    }
}
