package io.hourglass.bench.trial;

import io.hourglass.bench.contender.Contender;
import io.hourglass.bench.measure.Spread;
import io.hourglass.bench.work.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lifecycles a second while so many other inquiries lie open, their deadlines far ahead. */
public record OpenInquiries(long open, double lifecyclesPerSecond) {

    private static final int SEEDS = 1_000;
    private static final int[] COPIES_OF_EACH = {0, 99, 999};
    private static final int ROUNDS = 3;
    private static final int FAR_AHEAD = 60;

    /** How many steps the progress bar must have. */
    public static int steps() {
        return COPIES_OF_EACH.length;
    }

    /** @param size of a slice; a contender of its own is used up for this */
    public static List<OpenInquiries> of(Contender contender, Slices slices, int size, Progress progress) {
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
                found.add(new OpenInquiries(clones.open(), speed(contender, slices, size)));
            });
            copies = wanted;
        }
        return found;
    }

    private static double speed(Contender contender, Slices slices, int size) {
        return Spread.median(IntStream.range(0, ROUNDS)
                .mapToObj(round -> SliceRun.of(contender, slices.next(size)).lifecyclesPerSecond())
                .toList());
    }
}
