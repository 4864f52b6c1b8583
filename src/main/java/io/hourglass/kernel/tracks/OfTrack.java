package io.hourglass.kernel.tracks;

import io.hourglass.kernel.ids.Track;

/** What a module registers for its track. */
public interface OfTrack {

    Track track();
}
