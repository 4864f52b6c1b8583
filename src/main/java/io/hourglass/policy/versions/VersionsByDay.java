package io.hourglass.policy.versions;

import io.hourglass.sla.days.DayCalendar;
import io.hourglass.sla.days.DayRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The versions of a kind of policy that begin on natural days, each joined to the next ({@link DayCalendar#joined}). They are read
 * again when a day begins: none that begins on a day may be added or withdrawn from shortly before it on.
 *
 * @param <T> a version, as those who apply it see it
 */
public final class VersionsByDay<T> {

    private final Supplier<List<T>> read;
    private final Function<T, DayRules> days;
    private final BiFunction<T, DayRules, T> with;
    private final Clock clock;
    private volatile Known<T> known = new Known<>(List.of(), List.of(), Instant.MAX, Instant.MIN);

    /**
     * @param days those of the version
     * @param until from then on the versions may be others
     */
    private record Known<T>(List<T> versions, List<DayRules> days, Instant at, Instant until) {

        boolean holdsAt(Instant now) {
            return !now.isBefore(at) && now.isBefore(until);
        }
    }

    /**
     * @param read the versions that stand, in their order, at least one
     * @param days of a version
     * @param with the version, its days joined to the next
     */
    public VersionsByDay(
            Supplier<List<T>> read, Function<T, DayRules> days, BiFunction<T, DayRules, T> with, Clock clock) {
        this.read = read;
        this.days = days;
        this.with = with;
        this.clock = clock;
    }

    public List<T> all() {
        return known().versions();
    }

    /** Their days, in the same order. */
    public List<DayRules> days() {
        return known().days();
    }

    /** Reads them, whenever they were read last. */
    public void readAgain() {
        known = readAt(clock.instant());
    }

    private Known<T> known() {
        var now = clock.instant();
        if (!known.holdsAt(now)) {
            known = readAt(now);
        }
        return known;
    }

    private Known<T> readAt(Instant now) {
        var versions = read.get();
        var joined = DayCalendar.joined(versions.stream().map(days).toList());
        var calendar = new DayCalendar(() -> joined);
        return new Known<>(
                IntStream.range(0, joined.size())
                        .mapToObj(at -> with.apply(versions.get(at), joined.get(at)))
                        .toList(),
                joined,
                now,
                calendar.start(calendar.dayOf(now).plusDays(1)));
    }
}
