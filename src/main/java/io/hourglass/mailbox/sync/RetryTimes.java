package io.hourglass.mailbox.sync;

import io.hourglass.mailbox.boxes.FailureKind;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a mailbox that could not be read is tried again: soon where nobody has to do anything, seldom where somebody has to, so that no
 * provider locks an account for what is wrong again and again. Never all at the same moment.
 */
final class RetryTimes {

    private static final double SPREAD = 0.2;

    private RetryTimes() {}

    /**
     * @param times how often it failed in that way in a row, from 1 on
     * @param interval between passes of one that works; never sooner
     */
    static Duration after(FailureKind kind, int times, Duration interval, RandomGenerator random) {
        var wait = first(kind);
        for (var time = 1; time < times && wait.compareTo(longest(kind)) < 0; time++) {
            wait = wait.multipliedBy(2);
        }
        var bounded = wait.compareTo(longest(kind)) < 0 ? wait : longest(kind);
        var spread = Duration.ofMillis((long) (bounded.toMillis() * random.nextDouble(1 - SPREAD, 1 + SPREAD)));
        return spread.compareTo(interval) < 0 ? interval : spread;
    }

    private static Duration first(FailureKind kind) {
        return switch (kind.state()) {
            case REFUSED -> Duration.ofHours(1);
            case NO_SENT_FOLDER, WRONG_SERVER -> Duration.ofMinutes(10);
            default ->
                kind == FailureKind.TOO_MANY_CONNECTIONS || kind == FailureKind.TOO_MUCH
                        ? Duration.ofMinutes(5)
                        : Duration.ofMinutes(1);
        };
    }

    private static Duration longest(FailureKind kind) {
        return switch (kind.state()) {
            case REFUSED -> Duration.ofHours(24);
            case NO_SENT_FOLDER, WRONG_SERVER -> Duration.ofHours(2);
            case NO_KEY -> Duration.ofMinutes(1);
            default -> Duration.ofMinutes(15);
        };
    }
}
