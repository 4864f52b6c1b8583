package io.hourglass.relay.mails;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a mail was what.
 *
 * @param receivedAt which its reply occurred at
 * @param byServer whether a mail server says so, the marketplace's own or that of the supplier's mailbox; else it is when it came here
 * @param sentAt as its sender says; null if it says no instant
 */
public record MailTimes(Instant receivedAt, boolean byServer, @Nullable Instant sentAt, Instant recordedAt) {

    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    /** Whether the clocks of sender and server are further apart than ten minutes, or the mail was on its way so long. */
    public boolean skewed() {
        return sentAt != null && Duration.between(sentAt, receivedAt).abs().compareTo(TOLERANCE) > 0;
    }
}
