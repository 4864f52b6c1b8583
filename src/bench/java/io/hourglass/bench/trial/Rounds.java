package io.hourglass.bench.trial;

import io.hourglass.bench.contender.Contender;
import io.hourglass.bench.contender.Database;
import io.hourglass.bench.measure.Spread;
import java.util.List;
import java.util.stream.IntStream;

/** All contenders do a slice in each round, every other round in the opposite order. */
public final class Rounds {

    private final List<Series> all;
    private final int open;
    private final int warmUps;
    private final int rounds;

    /**
     * @param open inquiries that each contender has open all the time
     * @param warmUps at most so many slices to warm up, for each contender
     */
    public Rounds(List<Series> all, int open, int warmUps, int rounds) {
        this.all = List.copyOf(all);
        this.open = open;
        this.warmUps = warmUps;
        this.rounds = rounds;
    }

    /** How many steps the progress bar must have. */
    public int steps() {
        return all.size() * (rounds + 1);
    }

    public void run(Progress progress) {
        for (var series : all) {
            progress.step("warm-up: " + name(series), () -> {
                series.open(open);
                series.warmUp(warmUps);
            });
        }
        for (var round = 0; round < rounds; round++) {
            for (var place = 0; place < all.size(); place++) {
                var series = all.get(round % 2 == 0 ? place : all.size() - 1 - place);
                progress.step("round " + (round + 1) + ": " + name(series), series::round);
            }
        }
        all.forEach(Series::finish);
    }

    public List<Series> all() {
        return all;
    }

    /** How much faster Hourglass was than a rival on the same database. */
    public record Ratio(Database.Kind database, Contender.Name rival, double median, List<Double> ofRounds) {}

    public List<Ratio> ratios() {
        return all.stream()
                .filter(series -> series.contender().name() != Contender.Name.HOURGLASS)
                .map(this::ratio)
                .toList();
    }

    private Ratio ratio(Series rival) {
        var database = rival.contender().database().kind();
        var ours = find(database).results();
        var theirs = rival.results();
        var ofRounds = IntStream.range(0, rounds)
                .mapToObj(round -> ours.get(round).lifecyclesPerSecond()
                        / theirs.get(round).lifecyclesPerSecond())
                .toList();
        return new Ratio(database, rival.contender().name(), Spread.median(ofRounds), ofRounds);
    }

    private Series find(Database.Kind database) {
        return all.stream()
                .filter(series -> series.contender().name() == Contender.Name.HOURGLASS)
                .filter(series -> series.contender().database().kind() == database)
                .findFirst()
                .orElseThrow();
    }

    private static String name(Series series) {
        return series.contender().name() + " on "
                + series.contender().database().kind();
    }
}
