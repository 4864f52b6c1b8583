package io.hourglass.chaos.plan;

import java.time.Duration;
import java.time.Instant;

/** How long after it happened a fact is sent: mostly soon, some hours or days late and so out of order. */
final class Lateness {

    /** A node's clock may be that much behind, in real time, and refuses what lies in its future. */
    private static final Duration NODES_BEHIND = Duration.ofMillis(750);

    private static final Duration SENT_BEFORE_THE_END = Duration.ofHours(8);

    private final Scale scale;
    private final Chance chance;

    Lateness(Scale scale, Chance chance) {
        this.scale = scale;
        this.chance = chance;
    }

    /** One in two hundred is learned of after its day's books closed. */
    Instant ofInquiry(Instant at) {
        var share = chance.below(1000);
        if (share < 920) {
            return later(at, chance.minutes(0, 20));
        }
        if (share < 970) {
            return later(at, chance.hours(1, 20));
        }
        return later(at, share < 995 ? chance.hours(24, 72) : chance.hours(124, 138));
    }

    Instant ofFact(Instant at) {
        var share = chance.below(100);
        if (share < 80) {
            return later(at, chance.minutes(0, 20));
        }
        return later(at, share < 95 ? chance.hours(1, 30) : chance.hours(30, 96));
    }

    /** One in five is sent after its day has ended, and some after the close of its books. */
    Instant ofChat(Instant at) {
        var share = chance.below(100);
        if (share < 80) {
            return later(at, chance.minutes(0, 20));
        }
        return later(at, share < 92 ? chance.hours(1, 8) : chance.hours(8, 40));
    }

    private Instant later(Instant at, Duration delay) {
        var wanted = at.plus(delay).plus(scale.simulated(NODES_BEHIND));
        var last = scale.end().minus(SENT_BEFORE_THE_END);
        return wanted.isBefore(last) ? wanted : last;
    }
}
