package io.hourglass.kernel;

/** What a module registers for its track. */
public interface OfTrack {

    Track track();
}
