package io.hourglass.operations.reconciler;

import io.hourglass.batch.Transactions;
import io.hourglass.batch.processes.Reconciled;
import io.hourglass.batch.processes.Reconciled.Did;
import io.hourglass.batch.processes.ReconcilerLog;
import io.hourglass.batch.processes.ReconcilerLog.Done;
import io.hourglass.kernel.NotFound;
import io.hourglass.operations.reconciler.ReconcilerRounds.Round;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what should run, by our own rows, with the engine's instances: begins what is missing, moves on what could not
 * be told, discards what is over, and says what it did (ADR 30). What is suspended or has failed is left to people.
 */
@Component
public class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);

    private static final int BATCH = 1_000;
    private static final Duration KEPT = Duration.ofDays(30);

    private final List<Reconciled> all;
    private final ReconcilerLog done;
    private final ReconcilerRounds rounds;
    private final Transactions transactions;
    private final TransactionTemplate oneRound;
    private final TransactionTemplate apart;
    private final Clock clock;
    private volatile boolean stopping;

    Reconciler(
            List<Reconciled> all,
            ReconcilerLog done,
            ReconcilerRounds rounds,
            Transactions transactions,
            PlatformTransactionManager manager,
            Clock clock) {
        this.all = all;
        this.done = done;
        this.rounds = rounds;
        this.transactions = transactions;
        this.oneRound = new TransactionTemplate(manager);
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * @param last empty if there has been none
     * @param untold how many processes could not be notified, suspended ones included
     * @param latest what was done, the latest first
     */
    public record Shown(Optional<Round> last, int untold, List<Done> latest) {}

    public Shown show(int limit) {
        return new Shown(rounds.last(), done.untoldCount(), done.latest(limit));
    }

    /** Looks at everything once. Empty if another node is at it. */
    public Optional<Round> round() {
        return Optional.ofNullable(oneRound.execute(status -> rounds.tryHold() ? lookAtAll() : null));
    }

    /**
     * Looks at one process alone.
     *
     * @param process the model's key
     */
    public Did lookAt(String process, String businessKey) {
        return all.stream()
                .filter(each -> each.process().equals(process))
                .findFirst()
                .map(each -> bring(each, businessKey))
                .orElseThrow(() -> new NotFound("process", process));
    }

    private Round lookAtAll() {
        var begun = clock.instant();
        var tally = new Tally();
        all.forEach(each -> lookAt(each, tally));
        var now = clock.instant();
        done.forgetBefore(now.minus(KEPT));
        var round = tally.of(now, Duration.between(begun, now));
        rounds.add(round);
        return round;
    }

    /** Each once in a round, however many there are. */
    private void lookAt(Reconciled each, Tally tally) {
        for (var found = find(each, tally); !found.isEmpty(); found = find(each, tally)) {
            found.stream().takeWhile(key -> !stopping).forEach(key -> tally.add(each, key, tryTo(each, key)));
        }
    }

    /** The round goes no further than the process that it is at. */
    void stop() {
        stopping = true;
    }

    private List<String> find(Reconciled each, Tally tally) {
        return stopping
                ? List.of()
                : Stream.concat(done.untold(each.process(), BATCH).stream(), each.astray(BATCH).stream())
                        .distinct()
                        .filter(key -> !tally.holds(each, key))
                        .toList();
    }

    private Optional<Did> tryTo(Reconciled each, String businessKey) {
        try {
            return Optional.of(bring(each, businessKey));
        } catch (RuntimeException e) {
            log.warn("The reconciler could not bring {} {} to where it ought to be", each.process(), businessKey, e);
            return Optional.empty();
        }
    }

    private Did bring(Reconciled each, String businessKey) {
        var did = new ArrayList<Did>();
        apart.executeWithoutResult(status -> transactions.inOne(() -> did.add(reconcile(each, businessKey))));
        return did.get(0);
    }

    private Did reconcile(Reconciled each, String businessKey) {
        var did = each.reconcile(businessKey);
        if (did != Did.LEFT) {
            done.told(each.process(), List.of(businessKey));
        }
        if (did.hasChanged()) {
            done.add(each.process(), businessKey, did);
            log.info("{} {}: {}", each.process(), businessKey, did);
        }
        return did;
    }
}
