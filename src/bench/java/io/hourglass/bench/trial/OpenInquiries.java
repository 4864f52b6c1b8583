package io.hourglass.bench.trial;

import io.hourglass.bench.contender.Contender;
import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.measure.Spread;
import io.hourglass.bench.work.Slices;
import io.hourglass.operations.reconciler.Reconciler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lifecycles a second while so many other inquiries lie open, their deadlines far ahead; and how long the reconciler takes to
 * see that all their processes are in place.
 */
public record OpenInquiries(long open, double lifecyclesPerSecond, double reconcilerSeconds) {

    private static final int SEEDS = 1_000;
    private static final int[] COPIES_OF_EACH = {0, 99, 999};
    private static final int ROUNDS = 3;
    private static final int FAR_AHEAD = 60;

    /** How many steps the progress bar must have. */
    public static int steps() {
        return COPIES_OF_EACH.length;
    }

    /** @param size of a slice; a contender of its own is used up for this */
    public static List<OpenInquiries> of(HourglassItself contender, Slices slices, int size, Progress progress) {
        var seeds = slices.apart(Clones.SEED, FAR_AHEAD).nextStorm(SEEDS);
        contender.moveTo(seeds.times().intake());
        seeds.lifecycles().forEach(one -> contender.submit(List.of(one)));
        SliceRun.of(contender, slices.next(size));
        var clones = new Clones(contender.database());
        var found = new ArrayList<OpenInquiries>();
        var copies = 0;
        for (var wanted : COPIES_OF_EACH) {
            var from = copies + 1;
            progress.step(SEEDS * (wanted + 1) + " open inquiries", () -> {
                clones.make(from, wanted);
                var speed = speed(contender, slices, size);
                found.add(new OpenInquiries(clones.open(), speed, reconciled(contender)));
            });
            copies = wanted;
        }
        return found;
    }

    /** @throws IllegalStateException if it found something amiss: nothing is */
    private static double reconciled(HourglassItself hourglass) {
        var reconciler = hourglass.bean(Reconciler.class);
        return Spread.median(IntStream.range(0, ROUNDS)
                .mapToObj(time -> {
                    var begun = System.nanoTime();
                    var round = reconciler.round().orElseThrow();
                    if (round.lookedAt() > 0) {
                        throw new IllegalStateException("the reconciler looked at " + round.lookedAt());
                    }
                    return (System.nanoTime() - begun) / 1e9;
                })
                .toList());
    }

    private static double speed(Contender contender, Slices slices, int size) {
        return Spread.median(IntStream.range(0, ROUNDS)
                .mapToObj(round -> SliceRun.of(contender, slices.next(size)).lifecyclesPerSecond())
                .toList());
    }
}
