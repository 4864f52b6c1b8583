package io.hourglass.portal.operations;

import io.hourglass.operations.Waits.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits, as a row of a table.
 *
 * @param inquiry its trace is one click away; null for a day
 */
record Line(Waiting waiting, @Nullable String inquiry, @Nullable String supplier, @Nullable String buyer) {

    static Line of(Waiting waiting) {
        return new Line(waiting, text(waiting.inquiry()), text(waiting.supplier()), text(waiting.buyer()));
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
