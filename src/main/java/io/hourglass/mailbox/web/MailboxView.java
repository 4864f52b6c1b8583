package io.hourglass.mailbox.web;

import io.hourglass.mailbox.boxes.Failure;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.imap.Login.Security;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A supplier's mailbox and how reading it goes, without its secret. */
record MailboxView(
        String supplier,
        @Schema(description = "The inquiry mailbox.") String address,
        String user,
        MailboxServerView server,
        @Schema(description = "Who granted access; absent where it signs in with a password.") @Nullable
                String provider,
        @Schema(description = "As it was named; absent if it is found.") @Nullable String sentFolder,
        boolean readInbox,
        Instant connectedAt,
        MailboxState state,
        @Schema(description = "Since when it is in that state.") Instant since,
        @Schema(description = "Why it could not be read the last time; absent if it could.") @Nullable
                MailboxFailureView failure,
        @Schema(description = "What arrived by then has been read; absent before it was read whole for the first time.")
                @Nullable
                Instant readUntil,
        @Schema(description = "When it is read next.") Instant dueAt) {

    /** Where a mailbox is read. */
    record MailboxServerView(String host, int port, Security security) {

        static MailboxServerView of(ImapServer server) {
            return new MailboxServerView(server.host(), server.port(), server.security());
        }
    }

    /** @param words the server's own; may be empty */
    record MailboxFailureView(FailureKind kind, String words, Instant at) {

        static @Nullable MailboxFailureView of(@Nullable Failure failure) {
            return failure == null ? null : new MailboxFailureView(failure.kind(), failure.words(), failure.at());
        }
    }

    static MailboxView of(Mailbox mailbox) {
        var reading = mailbox.reading();
        return new MailboxView(
                mailbox.supplier().value(),
                mailbox.address(),
                mailbox.user(),
                MailboxServerView.of(mailbox.server()),
                mailbox.provider(),
                mailbox.folders().sent(),
                mailbox.folders().inbox(),
                mailbox.connectedAt(),
                reading.state(),
                reading.since(),
                MailboxFailureView.of(reading.failure()),
                reading.coveredUntil(),
                reading.dueAt());
    }
}
