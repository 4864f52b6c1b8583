package io.hourglass.kernel.tracks;

/** What decided a case of a track, or why nothing has decided. Each track has rules of its own. */
public interface Rule {

    /** Unique within the track, at most 32 characters; kept and sealed by this name, so that none may be named anew. */
    String name();

    State state();
}
