package io.hourglass.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of the program, in whole milliseconds. It follows the machine's clock until it is set; from then on it and the
 * engine's own clock stand still together, to be moved by hand, until it is released.
 */
public final class SettableClock extends Clock {

    private final Clock running = Clock.tickMillis(ZoneOffset.UTC);
    private final AtomicReference<@Nullable Instant> standing;
    private final ZoneId zone;

    public SettableClock() {
        this(new AtomicReference<>(), ZoneOffset.UTC);
    }

    private SettableClock(AtomicReference<@Nullable Instant> standing, ZoneId zone) {
        this.standing = standing;
        this.zone = zone;
    }

    /** Where it stands; empty while it follows the machine's. */
    public Optional<Instant> standing() {
        return Optional.ofNullable(standing.get());
    }

    public void set(Instant instant) {
        standing.set(instant);
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void release() {
        standing.set(null);
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        var set = standing.get();
        return set == null ? running.instant() : set;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, seen from another zone: anyone who sets one sets both. */
    @Override
    public Clock withZone(ZoneId otherZone) {
        return new SettableClock(standing, otherZone);
    }
}
