package io.hourglass.imports.work;

import io.hourglass.batch.Transactions;
import io.hourglass.batch.processes.Reconciled;
import io.hourglass.kernel.lists.Parts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings all cases to where their facts say they should be, which the reconciler does in a running program. */
@Component
class Stragglers {

    private static final int TOGETHER = 100;

    private final List<Reconciled> all;
    private final Transactions transactions;

    Stragglers(List<Reconciled> all, Transactions transactions) {
        this.all = all;
        this.transactions = transactions;
    }

    void bring() {
        for (var each : all) {
            var astray = List.copyOf(each.astray(Integer.MAX_VALUE));
            Parts.of(astray, TOGETHER).forEach(part -> transactions.inOne(() -> part.forEach(each::reconcile)));
        }
    }
}
