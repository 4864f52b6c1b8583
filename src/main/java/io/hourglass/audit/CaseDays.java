package io.hourglass.audit;

import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.tracks.OfTrack;
import java.time.LocalDate;
import java.util.Optional;

/** Where to look for a case of a track. Implemented by the module that has the cases. */
public interface CaseDays extends OfTrack {

    /** The natural day whose books it belongs to; empty if there is no such case. */
    Optional<LocalDate> dayOf(CaseId id);
}
