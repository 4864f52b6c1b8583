package io.hourglass.mailbox.idle;

import io.hourglass.mailbox.SyncedMail.Folder;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.imap.MailboxFailure;
import io.hourglass.mailbox.imap.MailboxSession;
import io.hourglass.mailbox.imap.OpenFolder;
import io.hourglass.mailbox.opening.NotRead;
import io.hourglass.mailbox.opening.OpenMailbox;
import io.hourglass.mailbox.opening.ReadFolders;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One mailbox that is waited for, on a connection of its own. */
final class Idle {

    /** In real time: a server that has always something new is not asked without end. */
    private static final long PAUSE_SECONDS = 1;

    private final Mailbox mailbox;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable MailboxSession session;

    Idle(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Any thread may do it. */
    void end() {
        over.countDown();
        var open = session;
        if (open != null) {
            open.close();
        }
    }

    /**
     * @param news told once for all that came since the last time
     * @return false if the server does not offer it
     */
    boolean await(OpenMailbox opening, Clock clock, Duration longest, Runnable news) throws NotRead, MailboxFailure {
        try (var opened = opening.open(mailbox)) {
            session = opened;
            if (!opened.canIdle()) {
                return false;
            }
            if (!isOver()) {
                await(sent(opened), clock, longest, news);
            }
            return true;
        }
    }

    private OpenFolder sent(MailboxSession opened) throws NotRead, MailboxFailure {
        var path = ReadFolders.of(mailbox.folders(), opened.folders()).get(Folder.SENT);
        return opened.open(Objects.requireNonNull(path));
    }

    private void await(OpenFolder folder, Clock clock, Duration longest, Runnable news) throws MailboxFailure {
        var end = clock.instant().plus(longest);
        var left = longest;
        while (left.compareTo(Duration.ZERO) > 0 && folder.idle(left)) {
            news.run();
            pause();
            left = isOver() ? Duration.ZERO : Duration.between(clock.instant(), end);
        }
    }

    private void pause() {
        try {
            var unused = over.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }
}
