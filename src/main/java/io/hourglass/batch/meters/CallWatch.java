package io.hourglass.batch.meters;

import org.jspecify.annotations.Nullable;

/** Hears what became of each call of a batched use case, once its transaction is over; of one that is taken back nothing. */
public interface CallWatch {

    /**
     * @param answer null if the call failed, or has none
     * @param failure what the caller was thrown; null if it was not
     */
    void ended(Object argument, @Nullable Object answer, @Nullable RuntimeException failure);
}
