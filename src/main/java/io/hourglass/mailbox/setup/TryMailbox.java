package io.hourglass.mailbox.setup;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.Mailboxes;
import io.hourglass.mailbox.imap.MailboxFailure;
import io.hourglass.mailbox.imap.MailboxSession;
import io.hourglass.mailbox.imap.folders.RemoteFolder;
import io.hourglass.mailbox.opening.NotRead;
import io.hourglass.mailbox.opening.OpenMailbox;
import io.hourglass.mailbox.opening.ReadFolders;
import io.hourglass.mailbox.setup.MailboxRefused.Reason;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries whether a mailbox can be read. No mail is read. */
@Component
public class TryMailbox {

    private static final int AT_ONCE = 4;

    private final Mailboxes mailboxes;
    private final OpenMailbox opening;
    private final Semaphore free = new Semaphore(AT_ONCE);

    TryMailbox(Mailboxes mailboxes, OpenMailbox opening) {
        this.mailboxes = mailboxes;
        this.opening = opening;
    }

    /**
     * What came of it.
     *
     * @param failure null if it can be read
     * @param words the server's own of what failed
     * @param folders the names of those that are there, of which the supplier may have to name one; none if it could not log in
     */
    public record Tried(@Nullable FailureKind failure, String words, List<String> folders) {}

    /**
     * @throws NotFound if the supplier has none
     * @throws MailboxRefused if too many are being tried
     */
    public Tried test(SupplierId supplier) {
        var mailbox = mailboxes.find(supplier).orElseThrow(() -> new NotFound("mailbox", supplier.value()));
        if (!free.tryAcquire()) {
            throw new MailboxRefused(Reason.TOO_MANY, AT_ONCE + " mailboxes are being tried; try this one in a minute");
        }
        try {
            return tried(mailbox);
        } finally {
            free.release();
        }
    }

    private Tried tried(Mailbox mailbox) {
        try (var session = opening.open(mailbox)) {
            return tried(mailbox, session);
        } catch (NotRead e) {
            return new Tried(e.kind(), e.words(), List.of());
        }
    }

    private static Tried tried(Mailbox mailbox, MailboxSession session) {
        var names = List.<String>of();
        try {
            var folders = session.folders();
            names = folders.stream()
                    .filter(RemoteFolder::opens)
                    .map(RemoteFolder::name)
                    .toList();
            for (var path : ReadFolders.of(mailbox.folders(), folders).values()) {
                session.open(path);
            }
            return new Tried(null, "", names);
        } catch (MailboxFailure e) {
            return new Tried(FailureKind.of(e.kind()), e.words(), names);
        } catch (NotRead e) {
            return new Tried(e.kind(), e.words(), names);
        }
    }
}
