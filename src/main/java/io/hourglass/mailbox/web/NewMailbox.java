package io.hourglass.mailbox.web;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.imap.Login.Security;
import io.hourglass.mailbox.secrets.Secret;
import io.hourglass.mailbox.setup.MailboxWish;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox as a caller wants it.
 *
 * @param server absent to find it by the address
 */
@Schema(
        example =
                "{\"address\": \"sales@shop.example\", \"password\": \"the app code\", \"server\": {\"host\": \"imap.shop.example\","
                        + " \"port\": 993, \"security\": \"IMPLICIT_TLS\"}}")
record NewMailbox(
        @NotNull @Schema(description = "The inquiry mailbox.") String address,
        @Schema(description = "As it signs in; the address if left out.") @Nullable String user,
        @Schema(description = "Or the code for programs (授权码). It cannot be read again; left out it stays.") @Nullable
                String password,
        @Schema(
                        description =
                                "Who granted access by OAuth 2, as operations have configured it; in the place of a password.")
                @Nullable
                String provider,
        @Schema(description = "What the provider gave for it. It cannot be read again; left out it stays.") @Nullable
                String refreshToken,
        @Valid @Nullable NewMailboxServer server,
        @Schema(description = "Of sent mails, where it is not found by itself.") @Nullable String sentFolder,
        @Schema(description = "Whether buyers' mails to it are read as well.") @Nullable Boolean readInbox) {

    private static final String HIDDEN = "what is not shown";

    /** Where it is to be read. */
    record NewMailboxServer(
            @NotNull String host,
            @Schema(description = "993 or 143, unless the configuration allows others.") int port,
            @NotNull Security security) {

        ImapServer server() {
            return new ImapServer(host, port, security);
        }
    }

    MailboxWish wish() {
        var secret = provider == null ? password : refreshToken;
        if ((provider == null ? refreshToken : password) != null) {
            throw provider == null
                    ? new InvalidInput("provider", null, "given with refreshToken")
                    : new InvalidInput("password", HIDDEN, "left out with provider");
        }
        return new MailboxWish(
                address,
                user,
                server == null ? null : server.server(),
                provider,
                secret == null ? null : new Secret(secret),
                new Folders(sentFolder, Boolean.TRUE.equals(readInbox)));
    }

    /** Without its secrets. */
    @Override
    public String toString() {
        return "NewMailbox[" + address + "]";
    }
}
