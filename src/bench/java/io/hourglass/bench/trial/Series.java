package io.hourglass.bench.trial;

import io.hourglass.bench.contender.Contender;
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

    private final Contender contender;
    private final Slices slices;
    private final int sliceSize;
    private final List<SliceResult> results = new ArrayList<>();
    private Map<String, Long> texts = Map.of();
    private long rows;

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

    /** One slice, during which the database gets to know its tables with open inquiries in them. */
    void warmUp() {
        SliceRun.of(contender, slices.next(sliceSize), contender.callers(), phase -> {
            if (phase == Phase.ANSWERS) {
                contender.database().analyze();
            }
        });
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

    /** How often each statement was sent in the rounds and the warm-up before them, for each of their lifecycles. */
    public Map<String, Double> statements() {
        var done = sliceSize * (results.size() + 1);
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
