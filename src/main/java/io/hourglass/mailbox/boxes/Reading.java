package io.hourglass.mailbox.boxes;

import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How reading a mailbox goes.
 *
 * @param since when it came into the state
 * @param failure of the last time; null if it was read whole then
 * @param failures how many times in a row it failed in this way
 * @param coveredUntil what arrived by then has been read; null until it was read whole for the first time
 * @param stopped what was told about it last; null while it works, as far as was told
 * @param dueAt when it is read next; a moment ago while it is being read
 */
@Value.Builder
public record Reading(
        MailboxState state,
        Instant since,
        @Nullable Failure failure,
        int failures,
        @Nullable Instant coveredUntil,
        @Nullable Stopped stopped,
        Instant dueAt)
        implements WithReading {

    /** That it was told that the mailbox is not read any more. */
    public record Stopped(Instant at, Why why) {

        /** Why it is not. */
        public enum Why {
            /** Neither password nor grant are taken. */
            REFUSED,
            /** It has not been read for longer than the configuration has it. */
            LAG
        }
    }

    public static ReadingBuilder builder() {
        return new ReadingBuilder();
    }

    /** Of one that is connected or changed now, and read at once. */
    public static Reading begun(Instant at) {
        return builder()
                .state(MailboxState.WAITING_FOR_FIRST)
                .since(at)
                .failures(0)
                .dueAt(at)
                .build();
    }

    /**
     * It was read whole.
     *
     * @param until what arrived by then
     */
    public Reading worked(Instant at, Instant until, Instant next) {
        return withState(MailboxState.WORKING)
                .withSince(state == MailboxState.WORKING ? since : at)
                .withFailure(null)
                .withFailures(0)
                .withCoveredUntil(until)
                .withDueAt(next);
    }

    /** It could not be read, or not whole. */
    public Reading failed(Failure now, Instant next) {
        var same = failure != null && failure.kind() == now.kind();
        return withState(now.kind().state())
                .withSince(state == now.kind().state() ? since : now.at())
                .withFailure(now)
                .withFailures(same ? failures + 1 : 1)
                .withDueAt(next);
    }
}
