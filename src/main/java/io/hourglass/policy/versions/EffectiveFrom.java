package io.hourglass.policy.versions;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From when a version is in force: from a natural day on or from an instant on, as its kind has it.
 *
 * @param on null for an instant
 * @param at null for a natural day
 */
public record EffectiveFrom(@Nullable LocalDate on, @Nullable Instant at) {

    public static final int MAX_DAYS_AHEAD = 366;

    private static final Duration KNOWN_BEFORE = Duration.ofMinutes(1);
    private static final String FIELD = "inForceFrom";
    private static final String RULE = " after %s, and at most " + MAX_DAYS_AHEAD + " days ahead: by %s";

    public EffectiveFrom {
        if ((on == null) == (at == null)) {
            throw new IllegalArgumentException("a version is in force from a day or from an instant on");
        }
    }

    public static EffectiveFrom on(LocalDate day) {
        return new EffectiveFrom(day, null);
    }

    public static EffectiveFrom at(Instant instant) {
        return new EffectiveFrom(null, instant);
    }

    /** Of a kind that is in force by natural days. */
    public LocalDate day() {
        return Objects.requireNonNull(on);
    }

    /** Of a kind that is in force by instants. */
    public Instant instant() {
        return Objects.requireNonNull(at);
    }

    /** @param zone gives natural days */
    public Instant start(ZoneId zone) {
        return on == null ? instant() : NaturalDay.start(on, zone);
    }

    /**
     * A minute before the natural day of it begins, which is more than the clocks of two nodes differ: each node reads the
     * versions when a day begins, and a day that has begun keeps its version and its zone.
     *
     * @param zone gives natural days until then
     */
    public Instant knownBeforeItsDay(ZoneId zone) {
        return NaturalDay.start(NaturalDay.of(start(zone), zone), zone).minus(KNOWN_BEFORE);
    }

    /**
     * After the last version's and after now, so that nothing that has happened is ruled otherwise, and at most a year
     * ahead, so that what was mistyped does not keep further versions away: {@code MAX_DAYS_AHEAD} days are in time.
     *
     * @param last of the last version, of the same kind
     * @throws InvalidInput if it comes too early or too late
     */
    public void check(EffectiveFrom last, Instant now, ZoneId zone) {
        if (on == null) {
            check(instant(), last.instant(), now);
        } else {
            check(on, last.day(), NaturalDay.of(now, zone));
        }
    }

    private static void check(LocalDate from, LocalDate last, LocalDate today) {
        var after = last.isAfter(today) ? last : today;
        var by = today.plusDays(MAX_DAYS_AHEAD);
        if (!from.isAfter(after) || from.isAfter(by)) {
            throw new InvalidInput(FIELD, from, "a date" + RULE.formatted(after, by));
        }
    }

    private static void check(Instant from, Instant last, Instant now) {
        var after = last.isAfter(now) ? last : now;
        var by = now.plus(Duration.ofDays(MAX_DAYS_AHEAD));
        if (!from.isAfter(after) || from.isAfter(by)) {
            throw new InvalidInput(FIELD, from, "an instant" + RULE.formatted(after, by));
        }
    }

    /** The day or the instant, by ISO 8601. */
    @Override
    public String toString() {
        return String.valueOf(on == null ? at : on);
    }
}
