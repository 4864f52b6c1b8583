package io.hourglass.mailbox.coverage;

import io.hourglass.batch.Transactions;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Records on which suppliers' mailboxes replies depend, and what has been read of them (R20, ADR 83). */
@Component
@EnableConfigurationProperties(CoverageSettings.class)
public class RecordCoverage {

    private final CoverageFacts facts;
    private final Transactions transactions;
    private final List<CoverageChanges> changes;
    private final Clock clock;
    private final Duration lag;

    RecordCoverage(
            CoverageFacts facts,
            Transactions transactions,
            List<CoverageChanges> changes,
            Clock clock,
            CoverageSettings settings) {
        this.facts = facts;
        this.transactions = transactions;
        this.changes = List.copyOf(changes);
        this.clock = clock;
        this.lag = settings.lag();
    }

    /** From then on the supplier's replies are looked for in its mailbox. Nothing happens if they are already. */
    public void connected(SupplierId supplier, Instant at) {
        inOne(supplier, known -> {
            if (!known.isConnected()) {
                add(supplier, CoverageKind.CONNECTED, at);
            }
        });
    }

    /** From then on they are not; what cannot be seen is the supplier's own doing. */
    public void disconnected(SupplierId supplier, Instant at) {
        inOne(supplier, known -> {
            if (known.isConnected()) {
                add(supplier, CoverageKind.DISCONNECTED, at);
            }
        });
    }

    /** The supplier was told then that password or grant no longer work. Told again, the first time counts. */
    public void toldOfRefusal(SupplierId supplier, Instant at) {
        inOne(supplier, known -> {
            if (known.isConnected() && !known.isToldOfRefusal()) {
                add(supplier, CoverageKind.TOLD_OF_REFUSAL, at);
            }
        });
    }

    /**
     * All that arrived in its folders from one instant to the other has been read, and what is about an inquiry has been taken.
     *
     * @param from where what is known ended so far
     * @return whether that was later than is allowed: then {@link #changed} is to follow, once it is durable
     */
    public boolean covered(SupplierId supplier, Instant from, Instant until) {
        var now = clock.instant();
        var late = new boolean[1];
        inOne(supplier, known -> {
            if (known.isConnected()) {
                late[0] = read(supplier, known.begins(from), until, now);
                if (known.isToldOfRefusal()) {
                    add(supplier, CoverageKind.WORKS_AGAIN, until);
                }
            }
        });
        return late[0];
    }

    /** What rests on a time of which more is known by now is judged again; outside of a transaction. */
    public void changed(SupplierId supplier, Instant from, Instant until) {
        changes.forEach(change -> change.changed(supplier, from, until));
    }

    /** What another program knows of a time, {@link CoverageKind#READ} or {@link CoverageKind#READ_LATER}; for a mailbox that was not connected it is kept without effect. */
    public void asLogged(SupplierId supplier, CoverageFact fact) {
        inOne(supplier, known -> {
            facts.add(supplier, fact);
            if (known.isToldOfRefusal()) {
                add(supplier, CoverageKind.WORKS_AGAIN, fact.until());
            }
        });
        if (fact.is(CoverageKind.READ_LATER)) {
            changed(supplier, fact.from(), fact.until());
        }
    }

    /** @return whether it was later than is allowed */
    private boolean read(SupplierId supplier, Instant from, Instant until, Instant now) {
        var inTime = now.minus(lag);
        var last = facts.lastRead(supplier);
        if (last.isPresent()
                && !last.get().until().isBefore(from)
                && !last.get().until().isBefore(inTime)) {
            facts.moveOn(supplier, last.get().until(), until);
            return false;
        }
        if (!from.isBefore(inTime)) {
            facts.add(supplier, new CoverageFact(CoverageKind.READ, from, until, now));
            return false;
        }
        facts.add(supplier, new CoverageFact(CoverageKind.READ_LATER, from, until, now));
        facts.add(supplier, new CoverageFact(CoverageKind.READ, until, until, now));
        return true;
    }

    private void add(SupplierId supplier, CoverageKind kind, Instant at) {
        facts.add(supplier, new CoverageFact(kind, at, at, clock.instant()));
    }

    private void inOne(SupplierId supplier, Consumer<Dependence> work) {
        transactions.inOne(() -> {
            facts.lock(supplier);
            work.accept(Dependence.of(
                    facts.since(List.of(supplier), clock.instant()).getOrDefault(supplier, List.of())));
        });
    }
}
