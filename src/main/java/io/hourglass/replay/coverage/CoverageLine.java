package io.hourglass.replay.coverage;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.replay.log.LoggedLine;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log.
 *
 * @param supplier null for an outage
 * @param at when it became known
 * @param from the same for what happened at an instant
 * @param until the same for what happened at an instant
 */
record CoverageLine(long line, Event event, @Nullable SupplierId supplier, Instant at, Instant from, Instant until)
        implements LoggedLine {

    static final Comparator<CoverageLine> BY_TIME = Comparator.comparing(CoverageLine::at)
            .thenComparing(CoverageLine::event)
            .thenComparing(CoverageLine::line);

    /** What it says. */
    enum Event {
        CONNECTED,
        DISCONNECTED,
        TOLD_OF_REFUSAL,
        /** As it arrived: known from its beginning on. */
        READ,
        READ_LATER,
        /** Declared and consented to. */
        OUTAGE;

        boolean isSpan() {
            return this == READ || this == READ_LATER || this == OUTAGE;
        }
    }

    @Override
    public String name() {
        return supplier == null ? "outage" : supplier.value();
    }
}
