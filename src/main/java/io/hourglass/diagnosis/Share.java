package io.hourglass.diagnosis;

import io.hourglass.rate.standing.Interval;
import java.util.Collection;

/** How many of some inquiries were answered in time. */
record Share(int timely, int countable) {

    static Share of(Collection<Handled> some) {
        return new Share((int) some.stream().filter(Handled::timely).count(), some.size());
    }

    /** Exact, without a division. */
    boolean isBelow(Share other) {
        return (long) timely * other.countable < (long) other.timely * countable;
    }

    /** Not by chance alone: even the upper bound of Wilson's interval at 95 % lies below the other share. */
    boolean isSurelyBelow(Share other) {
        return isBelow(other) && Interval.of(timely, countable).upper() * other.countable < other.timely;
    }

    /** How many more would have been timely at the other's share, rounded down. */
    int missingTo(Share other) {
        return (int) ((long) other.timely * countable / other.countable) - timely;
    }
}
