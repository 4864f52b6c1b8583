package io.hourglass.kernel.tracks;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.hourglass.kernel.facts.FactKind;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Track;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a track calls its cases, facts, states and rules, for those who read them by name. A bean of the module that has the cases. */
public final class TrackTerms implements OfTrack {

    private final Track track;
    private final Function<String, ? extends CaseId> caseId;
    private final Map<String, State> states;
    private final Map<String, Rule> rules;
    private final Map<String, FactKind> factKinds;

    /** @throws IllegalStateException if two states, two rules or two kinds of facts have the same name */
    public TrackTerms(
            Track track,
            Function<String, ? extends CaseId> caseId,
            State[] states,
            Rule[] rules,
            FactKind[] factKinds) {
        this.track = track;
        this.caseId = caseId;
        this.states = named(states, State::name);
        this.rules = named(rules, Rule::name);
        this.factKinds = named(factKinds, FactKind::name);
    }

    @Override
    public Track track() {
        return track;
    }

    public CaseId caseOf(String value) {
        return caseId.apply(value);
    }

    public Collection<State> states() {
        return states.values();
    }

    public Collection<FactKind> factKinds() {
        return factKinds.values();
    }

    /** @throws IllegalArgumentException if the track has no such state */
    public State state(String name) {
        return known(states.get(name), "state", name);
    }

    /** @throws IllegalArgumentException if the track has no such rule */
    public Rule rule(String name) {
        return known(rules.get(name), "rule", name);
    }

    /** @throws IllegalArgumentException if the track has no such kind of fact */
    public FactKind factKind(String name) {
        return known(factKinds.get(name), "kind of fact", name);
    }

    private <T> T known(@Nullable T found, String what, String name) {
        if (found == null) {
            throw new IllegalArgumentException("the track " + track.name() + " has no " + what + " " + name);
        }
        return found;
    }

    private static <T> Map<String, T> named(T[] all, Function<T, String> name) {
        return Arrays.stream(all).collect(toUnmodifiableMap(name, identity()));
    }
}
