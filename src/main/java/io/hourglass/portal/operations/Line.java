package io.hourglass.portal.operations;

import io.hourglass.operations.work.OpenWork.Waiting;
import io.hourglass.operations.work.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits, as a row of a table.
 *
 * @param inquiry its trace is one click away; null for a day
 * @param dispute the one that waits; null for what is none
 */
record Line(
        Waiting waiting,
        @Nullable String inquiry,
        @Nullable String supplier,
        @Nullable String buyer,
        @Nullable String dispute) {

    static Line of(Workflow model, Waiting waiting) {
        return new Line(
                waiting,
                text(waiting.inquiry()),
                text(waiting.supplier()),
                text(waiting.buyer()),
                model == Workflow.DISPUTE ? waiting.key() : null);
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
