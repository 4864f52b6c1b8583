package io.hourglass.access.proofs;

/** Makes a guess take longer. */
interface Delay {

    /** For a second, or not at all while many are delayed: each holds a thread. */
    void once();
}
