package io.hourglass.mailbox.sync;

import io.hourglass.mailbox.SyncedMails;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.imap.MailboxFailure;
import io.hourglass.mailbox.imap.MailboxSession;
import io.hourglass.mailbox.opening.NotRead;
import io.hourglass.mailbox.opening.OpenMailbox;
import io.hourglass.mailbox.opening.ReadFolders;
import io.hourglass.mailbox.sync.Claims.Claimed;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One pass of a mailbox: what is new in its folders is read, taken, and then noted as read; at its end what is covered. */
@Component
public class ReadMailbox {

    private static final Logger log = LoggerFactory.getLogger(ReadMailbox.class);

    private static final int FRAMES = 20;

    private final OpenMailbox opening;
    private final SyncedMails taking;
    private final KeepReading kept;
    private final RecentNews news;
    private final Clock clock;
    private final Set<MailboxSession> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    public ReadMailbox(OpenMailbox opening, SyncedMails taking, KeepReading kept, RecentNews news, Clock clock) {
        this.opening = opening;
        this.taking = taking;
        this.kept = kept;
        this.news = news;
        this.clock = clock;
    }

    /** It ends in a state that is kept, unless the claim is over or the program stops. */
    void read(Claimed claimed) {
        try {
            pass(claimed);
        } catch (NotRead e) {
            failed(claimed, e.kind(), e.words());
        } catch (MailboxFailure e) {
            failed(claimed, FailureKind.of(e.kind()), e.words());
        } catch (ClaimOver e) {
            log.debug("The mailbox of {}: {}", claimed.claim().supplier(), e.getMessage());
        } catch (RuntimeException e) {
            log.warn(
                    "What was read of the mailbox of {} is read again: {}",
                    claimed.claim().supplier(),
                    place(e));
            failed(claimed, FailureKind.NOT_TAKEN, "");
        }
    }

    /** Where it happened, without its message, in which something of a mail may stand (R22). */
    private static String place(RuntimeException e) {
        return e.getClass().getName()
                + Arrays.stream(e.getStackTrace()).limit(FRAMES).toList();
    }

    private void pass(Claimed claimed) throws NotRead, MailboxFailure, ClaimOver {
        try (var session = opening.open(claimed.mailbox())) {
            open.add(session);
            pass(claimed, session);
        }
    }

    private void pass(Claimed claimed, MailboxSession session) throws NotRead, MailboxFailure, ClaimOver {
        try {
            var paths = ReadFolders.of(claimed.mailbox().folders(), session.folders());
            var pass = new Pass(claimed, session, taking, kept, clock);
            var isWhole = pass.readAll(paths);
            if (pass.hasNews()) {
                news.found(claimed.claim().supplier());
            }
            if (isWhole) {
                kept.worked(claimed.claim(), pass.begun());
            } else {
                kept.goesOn(claimed.claim());
            }
        } finally {
            open.remove(session);
        }
    }

    private void failed(Claimed claimed, FailureKind kind, String words) {
        if (!stopping) {
            kept.failed(claimed.claim(), kind, words);
        }
    }

    /** Breaks off what is under way, as if this node had been lost. */
    void stop() {
        stopping = true;
        open.forEach(MailboxSession::close);
    }
}
