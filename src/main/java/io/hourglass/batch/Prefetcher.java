package io.hourglass.batch;

import java.util.List;

/**
 * Prefetch: reads, and locks, for a whole batch what its members will ask for one by one. It only saves round trips: what it
 * leaves out is looked up when it is asked for.
 *
 * @param <T> the argument of the calls that it reads for
 */
public interface Prefetcher<T> {

    void load(List<T> members);
}
