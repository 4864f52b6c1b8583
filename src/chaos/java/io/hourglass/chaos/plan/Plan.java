package io.hourglass.chaos.plan;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that is to be sent, the same for the same scale and seed.
 *
 * @param inquiries by their receipt
 */
public record Plan(Scale scale, List<PlannedFact> inquiries) {

    public static Plan of(Scale scale, long seed) {
        var story = new Story(scale, seed);
        return new Plan(
                scale,
                IntStream.rangeClosed(1, scale.inquiries())
                        .mapToObj(story::tell)
                        .toList());
    }

    public Stream<PlannedFact> facts() {
        return inquiries.stream().flatMap(PlannedFact::all);
    }

    public int deliveries() {
        return facts().mapToInt(PlannedFact::deliveries).sum();
    }
}
