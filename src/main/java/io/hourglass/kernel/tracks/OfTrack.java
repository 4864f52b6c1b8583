package io.hourglass.kernel.tracks;

import io.hourglass.kernel.Track;

/** What a module registers for its track. */
public interface OfTrack {

    Track track();
}
