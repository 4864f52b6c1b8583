package io.hourglass.referral.ranking;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import io.hourglass.rate.standing.Interval;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Puts candidates in order: relevance times proven reliability times room. Some offers keep a place for a newcomer, who
 * has proven nothing yet; where proven suppliers do not fill an offer, newcomers do.
 */
public final class Ranking {

    private final RankingRules rules;

    public Ranking(RankingRules rules) {
        this.rules = rules;
    }

    /**
     * @param seed of the draw for newcomers: the same offer comes out the same again
     * @return at most as many as the rules offer; who has no room, no relevance, or too little proven is left out
     */
    public List<Ranked> rank(Collection<Candidate> candidates, long seed) {
        var scored = candidates.stream().map(this::score).toList();
        var offer = new ArrayList<>(
                best(scored.stream().filter(each -> !each.newcomer()).toList(), Ranked::score));
        var newcomers = best(scored.stream().filter(Ranked::newcomer).toList(), this::promise);
        draw(newcomers, offer, seed)
                .ifPresent(newcomer -> offer.add(Math.min(rules.newcomerPlace() - 1, offer.size()), newcomer));
        newcomers.stream().filter(newcomer -> !offer.contains(newcomer)).forEach(offer::add);
        return placed(offer);
    }

    /** Those with any score, the highest first; equal ones by id. */
    private static List<Ranked> best(List<Ranked> scored, ToDoubleFunction<Ranked> score) {
        return scored.stream()
                .filter(each -> score.applyAsDouble(each) > 0)
                .sorted(comparingDouble(score).reversed().thenComparing(comparing(each -> each.candidate()
                        .supplier())))
                .toList();
    }

    private Ranked score(Candidate candidate) {
        var reliability = candidate.countable() == 0
                ? 0
                : Interval.of(candidate.timely(), candidate.countable()).lower();
        var room = room(candidate);
        var newcomer = candidate.countable() < rules.newcomerSample();
        var good = reliability >= rules.leastReliability();
        var score = newcomer || !good
                ? 0
                : Math.pow(candidate.relevance(), rules.relevancePower())
                        * Math.pow(reliability, rules.reliabilityPower())
                        * Math.pow(room, rules.roomPower());
        return new Ranked(candidate, 0, score, reliability, room, newcomer);
    }

    /** By what it says it can take, or else by what it usually answers: at the usual load half of it is left. */
    private static double room(Candidate candidate) {
        var capacity = candidate.capacity();
        if (capacity != null) {
            return capacity == 0 ? 0 : Math.max(0, 1 - (double) candidate.open() / capacity);
        }
        var usual = Math.max(1, candidate.usual());
        return usual / (usual + candidate.open());
    }

    /** What there is to say of a newcomer: all of the score but reliability. */
    private double promise(Ranked newcomer) {
        return Math.pow(newcomer.candidate().relevance(), rules.relevancePower())
                * Math.pow(newcomer.room(), rules.roomPower());
    }

    /** One of the newcomers, each as likely as it is promising; none if this offer keeps no place for one. */
    private Optional<Ranked> draw(List<Ranked> newcomers, List<Ranked> proven, long seed) {
        var random = new Random(new SplittableRandom(seed).nextLong()); // seeds in a row draw alike at first
        if (proven.isEmpty() || random.nextDouble() >= rules.newcomerShare()) {
            return Optional.empty();
        }
        var left = random.nextDouble()
                * newcomers.stream().mapToDouble(this::promise).sum();
        for (var newcomer : newcomers) {
            left -= promise(newcomer);
            if (left < 0) {
                return Optional.of(newcomer);
            }
        }
        return Optional.empty();
    }

    private List<Ranked> placed(List<Ranked> offer) {
        var placed = new ArrayList<Ranked>();
        for (var each : offer.subList(0, Math.min(offer.size(), rules.offeredAtMost()))) {
            placed.add(new Ranked(
                    each.candidate(),
                    placed.size() + 1,
                    each.score(),
                    each.reliability(),
                    each.room(),
                    each.newcomer()));
        }
        return placed;
    }
}
