package io.hourglass.mailbox.sync;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.SyncedMail;
import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.mailbox.SyncedMails;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.imap.FetchedMail;
import io.hourglass.mailbox.imap.FolderStatus;
import io.hourglass.mailbox.imap.MailboxFailure;
import io.hourglass.mailbox.imap.MailboxSession;
import io.hourglass.mailbox.imap.OpenFolder;
import io.hourglass.mailbox.sync.Claims.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the folders of an open mailbox. In each a part is read, taken, and only then noted as read: what cannot be taken is read
 * again, and what was taken twice is taken once.
 */
final class Pass {

    /** For so long another node leaves the mailbox alone after each part: longer than a part can take. */
    static final Duration HELD_FOR = Duration.ofMinutes(5);

    /** Then others have their turn. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int PART = 200;

    /** What was sent shortly before a mailbox was connected answers inquiries that are still open. */
    private static final Duration BEFORE_CONNECTION = Duration.ofDays(5);

    private final Claimed claimed;
    private final MailboxSession session;
    private final SyncedMails taking;
    private final KeepReading kept;
    private final Clock clock;
    private final Instant begun;
    private boolean hasNews;

    Pass(Claimed claimed, MailboxSession session, SyncedMails taking, KeepReading kept, Clock clock) {
        this.claimed = claimed;
        this.session = session;
        this.taking = taking;
        this.kept = kept;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Before the first folder was opened. */
    Instant begun() {
        return begun;
    }

    /** Whether something was found among what was sent. */
    boolean hasNews() {
        return hasNews;
    }

    /** @return false if there is more to read */
    boolean readAll(Map<Folder, String> paths) throws MailboxFailure, ClaimOver {
        for (var folder : paths.entrySet()) {
            if (!read(folder.getKey(), folder.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean read(Folder folder, String path) throws MailboxFailure, ClaimOver {
        var before = clock.instant();
        var opened = session.open(path);
        var known = known(folder, path);
        var cursor = known != null && isStillOf(known, opened.status()) ? known : anew(folder, path, opened, known);
        return read(opened, cursor, before);
    }

    private boolean read(OpenFolder opened, Cursor from, Instant before) throws MailboxFailure, ClaimOver {
        var cursor = from;
        var more = true;
        while (more && clock.instant().isBefore(begun.plus(LONGEST))) {
            var page = opened.after(cursor.lastUid(), part());
            take(from, page.mails());
            more = page.more();
            cursor =
                    more ? cursor.at(page.through()) : cursor.at(page.through()).readToItsEnd(before);
            kept.went(claimed.claim(), cursor, clock.instant().plus(HELD_FOR));
        }
        return !more;
    }

    /** Where a server sent too much, a mail may have been too long together with others. */
    private int part() {
        var failure = mailbox().reading().failure();
        return failure != null && failure.kind() == FailureKind.TOO_MUCH ? 1 : PART;
    }

    private @Nullable Cursor known(Folder folder, String path) {
        return claimed.cursors().stream()
                .filter(one -> one.folder() == folder && one.name().equals(path))
                .findFirst()
                .orElse(null);
    }

    private Cursor anew(Folder folder, String path, OpenFolder opened, @Nullable Cursor known) throws MailboxFailure {
        var readUntil = known == null ? null : known.readUntil();
        return new Cursor(folder, path, opened.status().uidValidity(), opened.before(since(readUntil)), readUntil);
    }

    /** Else the numbers of mails mean others than they did. */
    private static boolean isStillOf(Cursor cursor, FolderStatus status) {
        var next = status.uidNext();
        return cursor.uidValidity() == status.uidValidity() && (next == null || next > cursor.lastUid());
    }

    /** The day before, since days are by the server's zone. */
    private LocalDate since(@Nullable Instant readUntil) {
        var from = readUntil == null ? claimed.mailbox().connectedAt().minus(BEFORE_CONNECTION) : readUntil;
        return LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
    }

    private void take(Cursor from, List<FetchedMail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        hasNews = hasNews || from.folder() == Folder.SENT;
        var readAt = clock.instant();
        taking.take(
                supplier(),
                mailbox().address(),
                mails.stream()
                        .map(mail -> new SyncedMail(
                                from.folder(), mail.headers(), mail.arrivedAt(), readAt, from.readUntil()))
                        .toList());
    }

    private Mailbox mailbox() {
        return claimed.mailbox();
    }

    private SupplierId supplier() {
        return mailbox().supplier();
    }
}
