package io.hourglass.mailbox.outages;

import io.hourglass.kernel.NotFound;
import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the platform was not to be relied on, as operations say.
 *
 * @param id from 1
 * @param from its first instant
 * @param until its last instant
 * @param declaredFor the person behind who declared it, and so does not decide on it
 * @param decision null until an auditor has decided
 */
@Value.Builder
public record Outage(
        long id,
        Instant from,
        Instant until,
        String reason,
        String declaredBy,
        String declaredFor,
        Instant declaredAt,
        @Nullable Decision decision) {

    /** What an auditor said of it. */
    public record Decision(boolean consented, String by, String reason, Instant at) {}

    public static OutageBuilder builder() {
        return new OutageBuilder();
    }

    /** @throws NotFound if no outage can have it */
    public static long id(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return Long.parseLong(text);
        }
        throw new NotFound("outage", text);
    }

    /** Null while nobody has consented. */
    public @Nullable Instant consentedAt() {
        return decision != null && decision.consented() ? decision.at() : null;
    }
}
