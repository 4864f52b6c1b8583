package io.hourglass.mailbox.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of the time in which a supplier depends on its mailbox.
 *
 * @param readAt when what had arrived in it was read, where that was late; else null
 * @param toldAt when the supplier was told that its password or grant no longer work, where nothing has been read; else null
 */
public record Stretch(State state, Instant from, Instant until, @Nullable Instant readAt, @Nullable Instant toldAt) {

    /** What is known of it. */
    public enum State {
        READ,
        READ_LATER,
        GAP
    }

    public boolean isGap() {
        return state == State.GAP;
    }

    static Stretch read(Instant from, Instant until) {
        return new Stretch(State.READ, from, until, null, null);
    }

    static Stretch of(Gap gap, Instant from, Instant until) {
        return gap.readAt() == null
                ? new Stretch(State.GAP, from, until, null, gap.toldAt())
                : new Stretch(State.READ_LATER, from, until, gap.readAt(), null);
    }
}
