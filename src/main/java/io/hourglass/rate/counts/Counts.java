package io.hourglass.rate.counts;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.hourglass.kernel.tracks.State;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Cases counted by the state that they ended in.
 *
 * @param byState without zeros
 */
public record Counts(Map<State, Integer> byState) {

    public Counts {
        byState = byState.entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public static Counts of(Collection<State> states) {
        return new Counts(states.stream().collect(toUnmodifiableMap(identity(), state -> 1, Integer::sum)));
    }

    public Counts plus(Counts more) {
        var sum = new HashMap<>(byState);
        more.byState.forEach((state, count) -> sum.merge(state, count, Integer::sum));
        return new Counts(sum);
    }

    /** One of them ended otherwise. */
    Counts moved(State from, State to) {
        var moved = new HashMap<>(byState);
        moved.computeIfPresent(from, (state, count) -> count - 1);
        moved.merge(to, 1, Integer::sum);
        return new Counts(moved);
    }

    public int of(State state) {
        return byState.getOrDefault(state, 0);
    }

    /** What stands over the fraction bar. */
    public int timely() {
        return ofThose(State::met);
    }

    /** What stands under it. */
    public int countable() {
        return ofThose(State::countable);
    }

    /** Of the states for which it holds. */
    public int ofThose(Predicate<State> holds) {
        return byState.entrySet().stream()
                .filter(count -> holds.test(count.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
