package io.hourglass.dispute;

import io.hourglass.dispute.tracks.DisputedCase;
import io.hourglass.dispute.tracks.DisputedTrack;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.tracks.ByTrack;
import java.util.List;
import org.springframework.stereotype.Component;

/** The cases that disputes are about, each from its track. */
@Component
class DisputedCases {

    private final ByTrack<DisputedTrack> tracks;

    DisputedCases(List<DisputedTrack> tracks) {
        this.tracks = new ByTrack<>(tracks);
    }

    /** @throws io.hourglass.kernel.NotFound if no module registered that track */
    DisputedTrack of(Track track) {
        return tracks.of(track);
    }

    /** See {@link DisputedTrack#hold}. */
    void hold(CaseId id) {
        of(id.track()).hold(id);
    }

    /** See {@link DisputedTrack#open}. */
    DisputedCase open(CaseId id) {
        return of(id.track()).open(id);
    }
}
