package io.hourglass.engine.steps;

import io.hourglass.engine.steps.PathBytes.Mark;
import io.hourglass.engine.steps.PathBytes.Wake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the current transaction has moved, by business key; with the transaction it is handed on, or forgotten. */
final class Wakes extends ResourceHolderSupport {

    private final Map<String, Wake> byKey = new LinkedHashMap<>();

    /** @param handOn gets all before the transaction commits */
    static Wakes current(Object owner, Consumer<Map<String, Wake>> handOn) {
        var known = (Wakes) TransactionSynchronizationManager.getResource(owner);
        return known == null ? begin(owner, handOn) : known;
    }

    void add(String businessKey, Instant now, Mark mark) {
        byKey.computeIfAbsent(businessKey, first -> new Wake(now, new ArrayList<>()))
                .marks()
                .add(mark);
    }

    private static Wakes begin(Object owner, Consumer<Map<String, Wake>> handOn) {
        var wakes = new Wakes();
        TransactionSynchronizationManager.bindResource(owner, wakes);
        TransactionSynchronizationManager.registerSynchronization(new HandedOnFirst(wakes, owner, handOn));
        return wakes;
    }

    /** Before the transaction's rows are written. */
    private static final class HandedOnFirst extends ResourceHolderSynchronization<Wakes, Object> {

        private final Wakes wakes;
        private final Consumer<Map<String, Wake>> handOn;

        HandedOnFirst(Wakes wakes, Object owner, Consumer<Map<String, Wake>> handOn) {
            super(wakes, owner);
            this.wakes = wakes;
            this.handOn = handOn;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            handOn.accept(wakes.byKey);
        }
    }
}
