package io.hourglass.rate;

import io.hourglass.kernel.SupplierId;
import io.hourglass.sla.State;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How the inquiries that a supplier received on one settled day ended, counted. */
public record DayBucket(SupplierId supplier, LocalDate day, Map<State, Integer> counts) {

    public DayBucket {
        counts = Map.copyOf(counts);
    }

    static DayBucket of(SupplierId supplier, LocalDate day, Collection<State> states) {
        var counts = new EnumMap<State, Integer>(State.class);
        states.forEach(state -> counts.merge(state, 1, Integer::sum));
        return new DayBucket(supplier, day, counts);
    }

    /** One inquiry of the day ended otherwise. */
    DayBucket moved(State from, State to) {
        var moved = new EnumMap<State, Integer>(State.class);
        moved.putAll(counts);
        moved.merge(from, -1, Integer::sum);
        moved.merge(to, 1, Integer::sum);
        return new DayBucket(supplier, day, moved);
    }

    public int count(State state) {
        return counts.getOrDefault(state, 0);
    }

    /** The sum of the verdicts for which {@link io.hourglass.sla.Verdict#countable()} holds. */
    public int countable() {
        return count(State.TIMELY) + count(State.LATE) + count(State.UNANSWERED);
    }
}
