package io.hourglass.bench.trial;

import io.hourglass.bench.contender.Contender;
import io.hourglass.bench.contender.Groups;
import io.hourglass.bench.measure.Callers;
import io.hourglass.bench.measure.Compiling;
import io.hourglass.bench.measure.Counts;
import io.hourglass.bench.measure.Spread;
import io.hourglass.bench.work.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A contender, its work, and what the measured slices took. */
public final class Series implements AutoCloseable {

    /** Of a slice's time, spent compiling. */
    private static final double WARM = 0.2;

    /** In days; more than all slices take. */
    private static final int FAR_AHEAD = 60;

    private final Contender contender;
    private final Slices slices;
    private final int sliceSize;
    private final List<SliceResult> results = new ArrayList<>();
    private Map<String, Long> texts = Map.of();
    private long rows;
    private int warmedUp;

    public Series(Contender contender, Slices slices, int sliceSize) {
        this.contender = contender;
        this.slices = slices;
        this.sliceSize = sliceSize;
    }

    public Contender contender() {
        return contender;
    }

    public Slices slices() {
        return slices;
    }

    public List<SliceResult> results() {
        return List.copyOf(results);
    }

    /**
     * So many inquiries that are open from here on, their deadlines far ahead. No marketplace is ever without any; and a
     * plan that PostgreSQL makes for an empty table reads a growing one from end to end.
     */
    void open(int number) {
        var open = slices.apart("open", FAR_AHEAD).nextStorm(number);
        contender.expect(open);
        contender.moveTo(open.times().intake());
        try (var threads = new Callers(contender.callers())) {
            threads.call(Groups.of(open.lifecycles(), contender.group()), contender::submit);
        }
    }

    /**
     * As many slices as it takes until the JVM has compiled what the contender does; in each the database gets to know
     * its tables with open inquiries in them.
     */
    void warmUp(int atMost) {
        var share = 1.0;
        for (var slice = 0; slice < atMost && share > WARM; slice++) {
            var compiling = new Compiling();
            SliceRun.of(contender, slices.next(sliceSize), contender.callers(), phase -> {
                if (phase == Phase.ANSWERS) {
                    contender.database().analyze();
                }
            });
            share = compiling.share();
            warmedUp += sliceSize;
        }
        rows = -rowsSoFar();
    }

    void round() {
        results.add(SliceRun.of(contender, slices.next(sliceSize)));
    }

    void finish() {
        rows += rowsSoFar();
        texts = contender.meter().texts();
    }

    public double lifecyclesPerSecond() {
        return Spread.median(
                results.stream().map(SliceResult::lifecyclesPerSecond).toList());
    }

    /** Over all measured slices. */
    public double perLifecycle(ToDoubleFunction<Counts> figure) {
        return results.stream()
                        .mapToDouble(each -> figure.applyAsDouble(each.counts()))
                        .sum()
                / lifecycles();
    }

    public int lifecycles() {
        return results.stream().mapToInt(SliceResult::lifecycles).sum();
    }

    /** Before the rounds. */
    public int lifecyclesOfWarmUp() {
        return warmedUp;
    }

    /** How often each statement was sent in the rounds and the warm-up before them, for each of their lifecycles. */
    public Map<String, Double> statements() {
        var done = warmedUp + lifecycles();
        return texts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, text -> (double) text.getValue() / done));
    }

    /** Null on a database that does not count them. */
    public @Nullable Double rowsPerLifecycle() {
        return contender.onPostgres() ? (double) rows / lifecycles() : null;
    }

    /** Null on a database without such a log. */
    public @Nullable Double walBytesPerLifecycle() {
        var bytes = results.stream().mapToLong(SliceResult::walBytes).sum();
        return contender.onPostgres() ? (double) bytes / lifecycles() : null;
    }

    private long rowsSoFar() {
        if (!contender.onPostgres()) {
            return 0;
        }
        contender.renewConnections();
        return contender.counters().rows();
    }

    @Override
    public void close() {
        contender.close();
    }
}
