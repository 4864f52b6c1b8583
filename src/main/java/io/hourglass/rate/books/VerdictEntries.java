package io.hourglass.rate.books;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.tracks.State;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of the books, append-only. */
public interface VerdictEntries {

    void add(VerdictEntry entry);

    /** The last entry of each case that has one. */
    Map<CaseId, VerdictEntry> latestOf(Collection<? extends CaseId> cases);

    /** The same, as it stood at that instant. */
    Map<CaseId, VerdictEntry> latestOf(Collection<? extends CaseId> cases, Instant stoodAt);

    /** The last entry of each case of that day that has one. */
    Map<CaseId, VerdictEntry> latestOn(TrackDay day);

    /** The same of those cases of that day alone. There may be many, so that the transaction does not remember them. */
    Map<CaseId, VerdictEntry> latestOn(TrackDay day, Collection<? extends CaseId> cases);

    /** Those of that day that have entries, in the order of their ids. */
    List<CaseId> casesOn(TrackDay day);

    /** All entries of those cases of that day, in the order of their ids and numbers. */
    List<VerdictEntry> receivedOn(TrackDay day, Collection<? extends CaseId> cases);

    /** In their order. */
    List<VerdictEntry> historyOf(CaseId id);

    /**
     * Ordered by day and case.
     *
     * @param state null for any
     * @param offset how many to leave out at the top
     */
    List<VerdictEntry> settled(SettledCases cases, @Nullable State state, long offset, int limit);

    /** How many of those there are in each state; a state without any is absent. */
    Map<State, Integer> countSettled(SettledCases cases);
}
