package io.hourglass.operations.reconciler;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.batch.Transactions;
import io.hourglass.batch.processes.Reconciled;
import io.hourglass.batch.processes.ReconcilerLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

@HourglassTest
@DisplayName("The round of the reconciler")
class StoppedReconcilerTest {

    @Autowired
    private ReconcilerLog done;

    @Autowired
    private ReconcilerRounds rounds;

    @Autowired
    private Transactions transactions;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private Clock clock;

    @Test
    @DisplayName("goes no further than the process that it is at, once the program stops")
    void stops() {
        var astray = new Astray();
        var reconciler = new Reconciler(List.of(astray), done, rounds, transactions, manager, clock);
        astray.atTheSecond = reconciler::stop;
        assertThat(reconciler.round().map(ReconcilerRounds.Round::lookedAt)).contains(2);
        assertThat(astray.lookedAt).containsExactly("a", "b");
    }

    private static final class Astray implements Reconciled {

        private final List<String> lookedAt = new ArrayList<>();
        private Runnable atTheSecond = () -> {};

        @Override
        public String process() {
            return "model";
        }

        @Override
        public List<String> astray(int limit) {
            return List.of("a", "b", "c");
        }

        @Override
        public Did reconcile(String businessKey) {
            lookedAt.add(businessKey);
            if (lookedAt.size() == 2) {
                atTheSecond.run();
            }
            return Did.NOTHING;
        }
    }
}
