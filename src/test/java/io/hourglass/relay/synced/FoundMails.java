package io.hourglass.relay.synced;

import io.hourglass.mail.parse.MailReader;
import io.hourglass.mailbox.SyncedMail;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.relay.SentMails;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Mails as they are read in the mailbox of Sam, who is the supplier. */
final class FoundMails {

    static final String ADDRESS = "sam@shop.example";

    private FoundMails() {}

    /** That Sam sent to the buyer. */
    static SyncedMail sent(Instant arrived, String id, String headers) {
        var date = SentMails.date(arrived);
        return of(
                Folder.SENT,
                arrived,
                "Message-ID: <" + id + "@shop.example>\nFrom: Sam Shore <Sam@Shop.example>\nDate: " + date + "\n"
                        + (headers.startsWith("To: ") ? "" : "To: Bea <bea@buyer.example>\n") + headers);
    }

    static SyncedMail of(Folder folder, Instant arrived, String headers) {
        try {
            var bytes = (headers + "\n\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            var read = MailReader.headers(new ByteArrayInputStream(bytes));
            return new SyncedMail(folder, read, arrived, arrived.plusSeconds(60), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of a folder that had been read up to then. */
    static SyncedMail seenBefore(SyncedMail mail, Instant seen) {
        return new SyncedMail(mail.folder(), mail.headers(), mail.arrivedAt(), mail.readAt(), seen);
    }

    /** The same in another folder. */
    static SyncedMail in(Folder folder, SyncedMail mail) {
        return new SyncedMail(folder, mail.headers(), mail.arrivedAt(), mail.readAt(), mail.seenBefore());
    }
}
