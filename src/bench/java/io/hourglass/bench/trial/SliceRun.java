package io.hourglass.bench.trial;

import io.hourglass.bench.contender.Contender;
import io.hourglass.bench.contender.Groups;
import io.hourglass.bench.measure.Callers;
import io.hourglass.bench.measure.Counts;
import io.hourglass.bench.work.Slice;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Lets a contender do a slice of work, phase by phase, and measures it. */
final class SliceRun {

    private final Contender contender;
    private final Slice slice;
    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private final Map<Phase, long[]> calls = new EnumMap<>(Phase.class);
    private final Consumer<Phase> beforePhase;
    private Counts counts = Counts.NONE;
    private long walBytes;

    private SliceRun(Contender contender, Slice slice, Consumer<Phase> beforePhase) {
        this.contender = contender;
        this.slice = slice;
        this.beforePhase = beforePhase;
    }

    static SliceResult of(Contender contender, Slice slice) {
        return of(contender, slice, contender.callers(), phase -> {});
    }

    /** @param beforePhase a look at the contender as the clock has been moved, but nothing has been done yet */
    static SliceResult of(Contender contender, Slice slice, int callers, Consumer<Phase> beforePhase) {
        try (var threads = new Callers(callers)) {
            var run = new SliceRun(contender, slice, beforePhase);
            contender.expect(slice);
            run.phases(threads);
            return new SliceResult(slice.size(), run.nanos, run.calls, run.counts, run.walBytes);
        }
    }

    private void phases(Callers threads) {
        var times = slice.times();
        phase(Phase.INTAKE, times.intake(), () -> send(threads, Phase.INTAKE, slice.lifecycles(), contender::submit));
        phase(Phase.ANSWERS, times.answers(), () -> send(threads, Phase.ANSWERS, slice.answers(), contender::record));
        phase(Phase.DEADLINES, times.deadlines(), contender::fireDue);
        contender.rest();
        phase(Phase.LATE_FACTS, times.lateFacts(), () -> {
            send(threads, Phase.LATE_FACTS, slice.requests(), contender::record);
            send(threads, Phase.LATE_FACTS, slice.lateEvidence(), contender::record);
        });
        phase(Phase.EXPIRED_OFFERS, times.offersOver(), contender::fireDue);
        contender.rest();
        phase(Phase.SETTLEMENT, times.settlement(), () -> contender.settle(slice));
        contender.rest();
    }

    private void phase(Phase phase, Instant at, Runnable work) {
        contender.moveTo(at);
        beforePhase.accept(phase);
        var counted = contender.meter().counts();
        var written = walBytesSoFar();
        var start = System.nanoTime();
        work.run();
        nanos.put(phase, System.nanoTime() - start);
        counts = counts.plus(contender.meter().counts().minus(counted));
        walBytes += walBytesSoFar() - written;
    }

    private <T> void send(Callers threads, Phase phase, List<T> events, Consumer<List<T>> call) {
        calls.put(phase, threads.call(Groups.of(events, contender.group()), call));
    }

    private long walBytesSoFar() {
        return contender.onPostgres() ? contender.counters().walBytes() : 0;
    }
}
