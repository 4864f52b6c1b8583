package io.hourglass.batch.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the current transaction has looked up and has still to write. It ends with the transaction. */
final class UnitOfWork extends ResourceHolderSupport {

    private final Map<Insert, List<@Nullable Object[]>> pending = new TreeMap<>();
    private final Map<TransactionCache<?, ?>, Map<?, ?>> known = new HashMap<>();
    private int written;

    /** Null outside of transactions. */
    static @Nullable UnitOfWork current(WriteBatch rows) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return null;
        }
        var unit = (UnitOfWork) TransactionSynchronizationManager.getResource(rows);
        return unit == null ? begin(rows) : unit;
    }

    void add(Insert insert, @Nullable Object[] row) {
        pending.computeIfAbsent(insert, statement -> new ArrayList<>()).add(row);
        wrote();
    }

    /** @throws IllegalStateException in a transaction that only reads */
    void wrote() {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("a transaction that only reads was to write");
        }
        written++;
    }

    /** How often something has been written since the transaction began, rows that are still pending included. */
    int written() {
        return written;
    }

    /** What is still to be written, in the order in which it must be; from here on it counts as written. */
    Map<Insert, List<@Nullable Object[]>> takePending() {
        var taken = new TreeMap<>(pending);
        pending.clear();
        return taken;
    }

    @SuppressWarnings("unchecked")
    <K, V> Map<K, Optional<V>> knownTo(TransactionCache<K, V> lookup) {
        return (Map<K, Optional<V>>) known.computeIfAbsent(lookup, asked -> new HashMap<K, Optional<V>>());
    }

    private static UnitOfWork begin(WriteBatch rows) {
        var unit = new UnitOfWork();
        TransactionSynchronizationManager.bindResource(rows, unit);
        TransactionSynchronizationManager.registerSynchronization(new WriteBeforeCommit(unit, rows));
        return unit;
    }

    private static final class WriteBeforeCommit extends ResourceHolderSynchronization<UnitOfWork, WriteBatch> {

        private final WriteBatch rows;

        WriteBeforeCommit(UnitOfWork unit, WriteBatch rows) {
            super(unit, rows);
            this.rows = rows;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            rows.write();
        }
    }
}
