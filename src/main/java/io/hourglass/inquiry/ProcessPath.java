package io.hourglass.inquiry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way an inquiry's process and its referral's took. The engine keeps no history: the way is told from what is kept
 * for other reasons, and from what the judge says as of then (ADR 21).
 *
 * @param steps in the order in which they were taken; gateways are left out
 * @param waitsAt where tokens wait now, by the engine's own word; empty once all is over
 * @param timers those that fired, in their order, then those that have not
 * @param suspended nothing but facts goes on before it is resumed
 */
public record ProcessPath(List<Step> steps, List<ProcessNode> waitsAt, List<ProcessTimer> timers, boolean suspended) {

    /**
     * @param at when the step was entered
     * @param reference the fact's, entry's or notice's name; null where {@code knownBy} says it all
     */
    public record Step(ProcessNode node, Instant at, KnownBy knownBy, @Nullable String reference) {}

    /** What shows that a step was taken. */
    public enum KnownBy {
        /** The inquiry is known, so its process began. */
        INQUIRY,
        /** A fact that wakes the process, and the judge's word on it. */
        FACT,
        /** A timer's firing. */
        TIMER,
        /** A line of the books. */
        ENTRY,
        /** What the buyer was told. */
        NOTICE,
        /** The referral, its offer and its picks. */
        REFERRAL
    }
}
