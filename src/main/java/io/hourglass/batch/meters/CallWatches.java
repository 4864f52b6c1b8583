package io.hourglass.batch.meters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** Tells all who watch calls. */
@Component
public class CallWatches {

    private final SingletonSupplier<List<CallWatch>> all;

    CallWatches(ObjectProvider<CallWatch> all) {
        this.all = SingletonSupplier.of(() -> all.orderedStream().toList());
    }

    public void ended(Object argument, @Nullable Object answer, @Nullable RuntimeException failure) {
        all.obtain().forEach(one -> one.ended(argument, answer, failure));
    }

    /** Of a call within a transaction that is not over. */
    public void endsWithIt(Object argument, @Nullable Object answer, @Nullable RuntimeException failure) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    ended(argument, answer, failure);
                }
            });
        }
    }
}
