package io.hourglass.chaos.stage;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, in real time. */
public final class Pause {

    private static final Duration STEP = Duration.ofMillis(100);

    private Pause() {}

    public static void of(Duration real) {
        try {
            Thread.sleep(real.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** @return whether it came true within that time */
    public static boolean until(BooleanSupplier condition, Duration atMost) {
        var begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > atMost.toNanos()) {
                return false;
            }
            of(STEP);
        }
        return true;
    }
}
