package io.hourglass.dispute.tracks;

import io.hourglass.dispute.kept.Dispute;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.tracks.OfTrack;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A track whose verdicts can be disputed. */
public interface DisputedTrack extends OfTrack {

    /** In the order in which they are named. */
    List<ClaimKind> claims();

    /**
     * Holds the case until the transaction ends, so that nothing about it is decided beside.
     *
     * @throws io.hourglass.kernel.NotFound if there is no such case
     */
    void hold(CaseId id);

    /** @throws io.hourglass.kernel.NotFound if there is no such case */
    DisputedCase open(CaseId id);

    /**
     * Of a claim that is about something and yet no correction.
     *
     * @param field that names it, for the error
     * @throws io.hourglass.kernel.InvalidInput if the case can have nothing to do with it
     */
    void check(CaseId id, FactId about, String field);

    /**
     * Records what was claimed as a fact like any other, under the dispute's own id.
     *
     * @param at when it occurred; null for now
     */
    void record(Dispute dispute, @Nullable Instant at);
}
