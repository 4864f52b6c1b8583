package io.hourglass.messages.rules;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When what failed is tried again: soon at first, then ever later, and never all at the same moment. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int FACTOR = 3;
    private static final double SPREAD = 0.2;

    private Backoff() {}

    /** @param attempts how often it has failed, from 1 on */
    public static Duration after(int attempts, RandomGenerator random) {
        var wait = FIRST;
        for (var attempt = 1; attempt < attempts && wait.compareTo(LONGEST) < 0; attempt++) {
            wait = wait.multipliedBy(FACTOR);
        }
        var bounded = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        return Duration.ofMillis((long) (bounded.toMillis() * random.nextDouble(1 - SPREAD, 1 + SPREAD)));
    }

    /**
     * The same, and not before who refused it asks for it.
     *
     * @param asked how long to wait: not positive if nothing was asked, and never longer than the longest wait of ours
     */
    public static Duration after(int attempts, Duration asked, RandomGenerator random) {
        var own = after(attempts, random);
        var bounded = asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
        return own.compareTo(bounded) < 0 ? bounded : own;
    }
}
