package io.hourglass.bench.report;

import io.hourglass.bench.measure.Counts;
import io.hourglass.bench.measure.Spread;
import io.hourglass.bench.trial.Phase;
import io.hourglass.bench.trial.Series;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a contender did in the rounds; all but the speeds are per lifecycle, over all rounds.
 *
 * @param lifecyclesPerSecond the median of the rounds
 * @param phaseSeconds of each phase, the median of the rounds
 * @param rows inserted, updated and deleted; null on a database that does not count them
 * @param walBytes null on a database without such a log
 */
public record ContenderFigures(
        String contender,
        String database,
        int lifecyclesOfWarmUp,
        int lifecycles,
        double lifecyclesPerSecond,
        List<Double> ofRounds,
        double roundTrips,
        double statements,
        double writes,
        double selects,
        @Nullable Double rows,
        @Nullable Double walBytes,
        Map<Phase, Double> phaseSeconds) {

    static ContenderFigures of(Series series) {
        return new ContenderFigures(
                series.contender().name().toString(),
                series.contender().database().kind().toString(),
                series.lifecyclesOfWarmUp(),
                series.lifecycles(),
                series.lifecyclesPerSecond(),
                series.results().stream()
                        .map(each -> each.lifecyclesPerSecond())
                        .toList(),
                series.perLifecycle(Counts::trips),
                series.perLifecycle(Counts::statements),
                series.perLifecycle(Counts::writes),
                series.perLifecycle(Counts::selects),
                series.rowsPerLifecycle(),
                series.walBytesPerLifecycle(),
                phases(series));
    }

    private static Map<Phase, Double> phases(Series series) {
        var seconds = new EnumMap<Phase, Double>(Phase.class);
        Arrays.stream(Phase.values())
                .forEach(phase -> seconds.put(
                        phase,
                        Spread.median(series.results().stream()
                                .map(each -> each.nanos().getOrDefault(phase, 0L) / 1e9)
                                .toList())));
        return seconds;
    }
}
