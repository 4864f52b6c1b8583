package io.hourglass.rate;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.hourglass.sla.State;
import io.hourglass.sla.Verdict;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Inquiries counted by the state that they ended in.
 *
 * @param byState without zeros
 */
public record Counts(Map<State, Integer> byState) {

    /** What stands under the fraction bar: the states of the verdicts for which {@link Verdict#countable()} holds. */
    public static final Set<State> COUNTABLE = Arrays.stream(Verdict.values())
            .filter(Verdict::countable)
            .map(verdict -> State.valueOf(verdict.name()))
            .collect(toUnmodifiableSet());

    public Counts {
        byState = byState.entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Counts of(Collection<State> states) {
        return new Counts(states.stream().collect(toUnmodifiableMap(identity(), state -> 1, Integer::sum)));
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

    public int ofAny(Set<State> states) {
        return states.stream().mapToInt(this::of).sum();
    }

    /** What stands over the fraction bar. */
    public int timely() {
        return of(State.TIMELY);
    }

    public int countable() {
        return ofAny(COUNTABLE);
    }
}
