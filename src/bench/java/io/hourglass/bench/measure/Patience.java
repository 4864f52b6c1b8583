package io.hourglass.bench.measure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens on other threads, and not for ever. */
public final class Patience {

    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Patience() {}

    /** @throws IllegalStateException if it has not happened after ten minutes; {@code still} says what is the matter */
    public static void until(BooleanSupplier happened, Supplier<String> still) {
        var start = System.nanoTime();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("waited " + LONGEST + " in vain: " + still.get());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
