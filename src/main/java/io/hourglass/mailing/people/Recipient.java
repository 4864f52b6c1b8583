package io.hourglass.mailing.people;

import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody gets mail, and when.
 *
 * @param account the name under which it signs in
 * @param confirmedAt when it was known that mail to the address reaches the person; null while it is not: nothing else is sent
 * @param daily whether what is not urgent comes once a day
 * @param quiet when nothing is sent; null if there is no such time
 * @param undeliverable why nothing is sent any more; null while mail arrives, as far as is known
 */
@Value.Builder
public record Recipient(
        String account,
        String address,
        Instant addedAt,
        @Nullable Instant confirmedAt,
        boolean daily,
        @Nullable QuietHours quiet,
        @Nullable Undeliverable undeliverable)
        implements WithRecipient {

    /** @param why in the words of the server that refused it */
    public record Undeliverable(Instant at, String why) {}

    public static RecipientBuilder builder() {
        return new RecipientBuilder();
    }

    public boolean isReached() {
        return confirmedAt != null && undeliverable == null;
    }
}
