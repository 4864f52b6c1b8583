package io.hourglass.dispute.kept;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All disputes; each is decided once. Evidence and reasons are what an erasure takes away. */
public interface Disputes {

    /** Empties all texts about those cases, of any author: they may name their buyer. */
    void erase(Collection<? extends CaseId> cases);

    void add(Dispute dispute);

    Optional<Dispute> find(DisputeId id);

    /** By id; one that is not known is absent. */
    Map<DisputeId, Dispute> find(Collection<DisputeId> ids);

    /** Holds the dispute until the transaction ends: a decision does this first. */
    Optional<Dispute> lock(DisputeId id);

    /** Writes state and decision. */
    void end(Dispute decided);

    /** The earliest raised first. */
    List<Dispute> of(CaseId id);

    /** Those that any of these accounts or keys raised or decided, the earliest raised first. */
    List<Dispute> by(Collection<String> names);

    /**
     * Which disputes are asked for: all that is given must hold.
     *
     * @param supplier null for all
     * @param state null for any
     * @param since raised from that instant on, or still open; null for ever since
     */
    record Wanted(@Nullable SupplierId supplier, @Nullable DisputeState state, @Nullable Instant since) {}

    /** The latest raised first, from {@code offset} on. */
    List<Dispute> latest(Wanted wanted, long offset, int limit);

    /** How many of those are in each state; one without any is absent. */
    Map<DisputeState, Integer> counted(Wanted wanted);

    /** The earliest raised first, from {@code offset} on. */
    List<Dispute> in(DisputeState state, long offset, int limit);

    /** How many there are in that state. */
    long count(DisputeState state);

    /**
     * Those in whose id words begin with all that were typed, in any case; the latest raised first.
     *
     * @param supplier null for all
     * @param typed empty for all; what has no word finds none
     * @param offset how many to leave out at the top
     * @param limit how many to give at the most
     */
    List<Dispute> found(@Nullable SupplierId supplier, String typed, long offset, int limit);

    /**
     * Of which cases of the track a verdict was contested from that instant on; in no order, each once.
     *
     * @param supplier null for all
     * @param limit how many to give at the most
     */
    List<CaseId> contestedSince(Track track, Instant since, @Nullable SupplierId supplier, int limit);

    /**
     * Of those that are wanted, the ones that are over, the latest decision first.
     *
     * @param offset how many to leave out at the top
     * @param limit how many to give at the most
     */
    List<Dispute> ended(Wanted wanted, long offset, int limit);
}
