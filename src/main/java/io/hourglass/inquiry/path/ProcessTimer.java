package io.hourglass.inquiry.path;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer of an inquiry's process or its referral's.
 *
 * @param firedAt null unless it has fired
 */
public record ProcessTimer(ProcessNode node, Instant dueAt, @Nullable Instant firedAt, State state) {

    /** Its state. */
    public enum State {
        FIRED,
        /** It fires at its instant, or is being tried again. */
        ARMED,
        /** It fires once it is resumed, and not before. */
        SUSPENDED,
        /** It has no tries left, and fires once a person has it tried again. */
        GIVEN_UP
    }

    public static ProcessTimer fired(ProcessNode node, Instant dueAt, Instant firedAt) {
        return new ProcessTimer(node, dueAt, firedAt, State.FIRED);
    }

    /**
     * Null while it has not fired; none of one that fired early. Never more than the time for which nothing fired at all.
     */
    public @Nullable Duration lateness() {
        return firedAt == null ? null : atLeastNone(Duration.between(dueAt, firedAt));
    }

    /** How long before its instant it fired, if a person triggered it; else null. */
    public @Nullable Duration earliness() {
        return firedAt == null || !firedAt.isBefore(dueAt) ? null : Duration.between(firedAt, dueAt);
    }

    private static Duration atLeastNone(Duration span) {
        return span.isNegative() ? Duration.ZERO : span;
    }
}
