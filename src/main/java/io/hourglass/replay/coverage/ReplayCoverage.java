package io.hourglass.replay.coverage;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.coverage.CoverageFact;
import io.hourglass.mailbox.coverage.CoverageKind;
import io.hourglass.mailbox.coverage.RecordCoverage;
import io.hourglass.mailbox.outages.DecideOutages;
import io.hourglass.mailbox.outages.DeclareOutages;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Drives what was seen through the real use cases. */
@Component
public class ReplayCoverage {

    private static final String REASON = "as the log says";
    private static final Caller OPERATIONS = someone("log", Role.OPERATIONS);
    private static final Caller AUDITOR = someone("log of the auditor", Role.AUDITOR);

    private final RecordCoverage record;
    private final DeclareOutages declare;
    private final DecideOutages decide;

    ReplayCoverage(RecordCoverage record, DeclareOutages declare, DecideOutages decide) {
        this.record = record;
        this.declare = declare;
        this.decide = decide;
    }

    private static Caller someone(String name, Role role) {
        return new Caller(name, Set.of(role), Set.of(), null, null);
    }

    /** @param passTo lets time pass */
    public Run start(CoverageLog log, Consumer<Instant> passTo) {
        return new Run(log, passTo);
    }

    /** One pass through a log. */
    public final class Run {

        private final Deque<CoverageLine> left;
        private final Consumer<Instant> passTo;

        private Run(CoverageLog log, Consumer<Instant> passTo) {
            this.left = new ArrayDeque<>(log.lines());
            this.passTo = passTo;
        }

        /** All that had become known by then. */
        public void upTo(Instant instant) {
            for (var next = left.peek(); next != null && !next.at().isAfter(instant); next = left.peek()) {
                passTo.accept(next.at());
                take(left.remove());
            }
        }
    }

    private void take(CoverageLine line) {
        switch (line.event()) {
            case CONNECTED -> record.connected(supplier(line), line.at());
            case DISCONNECTED -> record.disconnected(supplier(line), line.at());
            case TOLD_OF_REFUSAL -> record.toldOfRefusal(supplier(line), line.at());
            case READ -> record.asLogged(supplier(line), fact(CoverageKind.READ, line));
            case READ_LATER -> record.asLogged(supplier(line), fact(CoverageKind.READ_LATER, line));
            case OUTAGE -> {
                var declared = declare.declare(line.from(), line.until(), REASON, OPERATIONS);
                decide.decide(declared.id(), true, REASON, AUDITOR);
            }
        }
    }

    private static SupplierId supplier(CoverageLine line) {
        return Objects.requireNonNull(line.supplier());
    }

    private static CoverageFact fact(CoverageKind kind, CoverageLine line) {
        return new CoverageFact(kind, line.from(), line.until(), line.at());
    }
}
