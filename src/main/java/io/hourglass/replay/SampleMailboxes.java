package io.hourglass.replay;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.Failure;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.ImapServer;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailbox.Folders;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.boxes.Reading;
import io.hourglass.mailbox.boxes.Reading.Stopped;
import io.hourglass.mailbox.boxes.Reading.Stopped.Why;
import io.hourglass.mailbox.imap.Login.Security;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Mailboxes of the sample marketplace: a picture of states. Their host is none, they are never read, and no verdict depends on them.
 */
@Component
class SampleMailboxes {

    private static final ImapServer NOWHERE = new ImapServer("imap.sample.invalid", 993, Security.IMPLICIT_TLS);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Mailboxes mailboxes;

    SampleMailboxes(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Those that are there already stay as they are. */
    void add(Instant now) {
        add("sample-supplier-05", now, began(now).worked(now.minus(HOUR), now, now.plus(NEVER)));
        add(
                "sample-supplier-06",
                now,
                failed(now, FailureKind.NEEDS_APP_CODE, "NO application-specific password required"));
        add("sample-supplier-07", now, failed(now, FailureKind.NO_SENT_FOLDER, ""));
        add("sample-supplier-08", now, failed(now, FailureKind.TIMED_OUT, ""));
    }

    private static Reading began(Instant now) {
        return Reading.begun(now.minus(HOUR.multipliedBy(48)))
                .withStopped(new Stopped(now, Why.LAG)); // so that nobody is told of it
    }

    private static Reading failed(Instant now, FailureKind kind, String words) {
        var read = now.minus(HOUR.multipliedBy(3));
        return began(now).worked(read, read, read).failed(new Failure(kind, words, now), now.plus(NEVER));
    }

    private void add(String id, Instant now, Reading reading) {
        var supplier = new SupplierId(id);
        if (mailboxes.find(supplier).isEmpty()) {
            var mailbox = Mailbox.builder()
                    .supplier(supplier)
                    .address("sales@" + id + ".invalid")
                    .server(NOWHERE)
                    .user("sales@" + id + ".invalid")
                    .folders(new Folders(null, false))
                    .connectedAt(now.minus(HOUR.multipliedBy(48)))
                    .reading(reading)
                    .build();
            mailboxes.add(mailbox);
            mailboxes.change(mailbox); // with how reading it went
        }
    }
}
