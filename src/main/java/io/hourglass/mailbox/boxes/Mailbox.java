package io.hourglass.mailbox.boxes;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.secrets.SecretField;
import java.time.Instant;
import java.util.Objects;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The mailbox in which a supplier's replies are looked for; a supplier has one (R19). Its secret lies apart.
 *
 * @param address the supplier's inquiry mailbox
 * @param user as it signs in at the server
 * @param provider who grants access by OAuth 2, as the configuration names it; null where it signs in with a password
 * @param folders what is read of it
 */
@Value.Builder
public record Mailbox(
        SupplierId supplier,
        String address,
        ImapServer server,
        String user,
        @Nullable String provider,
        Folders folders,
        Instant connectedAt,
        Reading reading)
        implements WithMailbox {

    /**
     * What is read of a mailbox.
     *
     * @param sent the name of the folder of sent mails, as the supplier gave it; null to find it
     * @param inbox whether the inbox is read as well
     */
    public record Folders(@Nullable String sent, boolean inbox) {}

    public static MailboxBuilder builder() {
        return new MailboxBuilder();
    }

    /** The field under which its secret is kept. */
    public SecretField secretField() {
        return provider == null ? SecretField.PASSWORD : SecretField.REFRESH_TOKEN;
    }

    /** Whether it signs in there, so, and with what that provider granted. */
    public boolean signsIn(ImapServer at, String as, @Nullable String by) {
        return server.equals(at) && user.equals(as) && Objects.equals(provider, by);
    }

    /** It is read anew by what is set now; what has been covered stays, and what was told is told no second time. */
    public Mailbox tried(Instant at) {
        return withReading(
                Reading.begun(at).withCoveredUntil(reading.coveredUntil()).withStopped(reading.stopped()));
    }
}
