package io.hourglass.operations;

import io.hourglass.inquiry.judging.InquiryState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the system is doing, counted from our own tables. */
public interface Meters {

    /**
     * What the books have come to say since then of inquiries received on that day or later, each as it stands last.
     */
    Map<InquiryState, Long> verdictsSince(Instant instant, LocalDate firstDay);

    /**
     * Inquiries received since then, by the hour of UTC in which they were.
     *
     * @param firstDay the natural day of that instant
     * @return by the first instant of the hour; an hour without any is absent
     */
    Map<Instant, Long> intakeSince(Instant instant, LocalDate firstDay);

    /** Of timers that have fired since then; of a flood only the latest are looked at. */
    Lateness latenessSince(Instant instant);

    /** Lateness of the timers that fired, early ones as 0; null where none has. */
    record Lateness(long timers, @Nullable Duration median, @Nullable Duration p99, @Nullable Duration most) {}
}
