package io.hourglass.kernel;

import java.util.Collection;

/** What a track calls its cases, facts, states and rules, for those who read them by name. A bean of the module that has the cases. */
public interface TrackTerms extends OfTrack {

    CaseId caseOf(String value);

    Collection<? extends State> states();

    Collection<? extends FactKind> factKinds();

    /** @throws IllegalArgumentException if the track has no such kind of fact */
    FactKind factKind(String name);

    /** @throws IllegalArgumentException if the track has no such state */
    State state(String name);

    /** @throws IllegalArgumentException if the track has no such rule */
    Rule rule(String name);
}
