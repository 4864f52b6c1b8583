package io.hourglass.portal.mailboxes;

import io.hourglass.mailbox.imap.Login.Security;
import org.jspecify.annotations.Nullable;

/** The fields of the form, as they were sent. */
record MailboxFields(
        @Nullable String address,
        @Nullable String user,
        @Nullable String host,
        @Nullable String port,
        @Nullable Security security,
        @Nullable String sentFolder,
        @Nullable Boolean readInbox) {

    MailboxForm form() {
        return MailboxForm.builder()
                .address(written(address))
                .user(written(user))
                .host(written(host))
                .port(written(port))
                .security(security == null ? Security.IMPLICIT_TLS : security)
                .sentFolder(written(sentFolder))
                .readInbox(Boolean.TRUE.equals(readInbox))
                .build();
    }

    private static String written(@Nullable String text) {
        return text == null ? "" : text;
    }
}
