package io.hourglass.operations.web;

import io.hourglass.operations.work.OpenWork.Waiting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param key what the process is about: an inquiry's id, a consultation's, a day, a dispute's id
 * @param due until when there is time: the reply deadline, the day's end, the offer's expiry, the books' close, the latest decision
 * @param inquiry null for a consultation and for a day
 * @param supplier null for a day, as is the buyer
 * @param stopped it is stopped: suspended, or without tries left
 * @param instance the engine's id of the process, as Cockpit shows it
 */
record WaitingView(
        String key,
        String step,
        Instant since,
        Instant due,
        @Nullable String inquiry,
        @Nullable String supplier,
        @Nullable String buyer,
        String instance,
        boolean stopped) {

    static WaitingView of(Waiting waiting) {
        return new WaitingView(
                waiting.key(),
                waiting.step(),
                waiting.since(),
                waiting.due(),
                text(waiting.inquiry()),
                text(waiting.supplier()),
                text(waiting.buyer()),
                waiting.instance(),
                waiting.stopped());
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
