package io.hourglass.bench.trial;

/** Shows how far the benchmark is. */
public interface Progress {

    /** Does a step, with its name before the reader's eyes. */
    void step(String name, Runnable work);
}
