package io.hourglass.inquiry.path;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way an inquiry's process and its referral's took, as the engine recorded it with each step (ADR 40).
 *
 * @param steps in the order in which they were taken; gateways are left out
 * @param unrecordedUntil steps before that instant were not recorded; null if all steps are recorded
 * @param waitsAt where tokens wait now, by the engine's own word; empty once all is over
 * @param timers those that fired, in their order, then those that have not
 * @param suspended nothing but facts goes on before it is resumed
 */
public record ProcessPath(
        List<Step> steps,
        @Nullable Instant unrecordedUntil,
        List<ProcessNode> waitsAt,
        List<ProcessTimer> timers,
        boolean suspended) {

    /**
     * @param at when the wake of which it is part began
     * @param takenAway its token was, from outside of the model: it was moved, or its process deleted
     */
    public record Step(ProcessNode node, Instant at, boolean takenAway) {}
}
