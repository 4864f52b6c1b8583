package io.hourglass.mailbox.sync;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.Events;
import io.hourglass.mailbox.boxes.Reading.Stopped;
import io.hourglass.mailbox.boxes.Reading.Stopped.Why;
import io.hourglass.mailbox.coverage.CoverageSettings;
import io.hourglass.mailbox.coverage.RecordCoverage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices that mailboxes are not read: warns of it early, and has judged again what nobody could see. Each is done once for each time. */
@Component
public class WatchMailboxes {

    private static final int AT_ONCE = 100;

    private final Watched watched;
    private final RecordCoverage coverage;
    private final Events events;
    private final SyncSettings settings;
    private final CoverageSettings allowed;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WatchMailboxes(
            Watched watched,
            RecordCoverage coverage,
            Events events,
            SyncSettings settings,
            CoverageSettings allowed,
            PlatformTransactionManager manager,
            Clock clock) {
        this.watched = watched;
        this.coverage = coverage;
        this.events = events;
        this.settings = settings;
        this.allowed = allowed;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** To be called again and again; by several nodes at once. */
    public void look() {
        var part = AT_ONCE;
        while (part == AT_ONCE) {
            part = Objects.requireNonNull(transactions.execute(status -> warnSuppliers()));
        }
        transactions.executeWithoutResult(status -> warnOperations());
        var gaps = noticeGaps();
        while (!gaps.isEmpty()) {
            gaps.forEach(gap -> coverage.changed(gap.supplier(), gap.from(), clock.instant()));
            gaps = noticeGaps();
        }
    }

    private int warnSuppliers() {
        var at = clock.instant();
        var some = watched.unread(at.minus(settings.warnAfter()), AT_ONCE);
        some.forEach(mailbox -> {
            watched.told(mailbox.supplier(), new Stopped(at, Why.LAG));
            events.raise(MailboxEvents.STOPPED, () -> MailboxEvents.stopped(mailbox, Why.LAG, at));
        });
        return some.size();
    }

    private void warnOperations() {
        var at = clock.instant();
        var unread = watched.tellOperations(Why.LAG, at);
        var refused = watched.tellOperations(Why.REFUSED, at);
        if (unread + refused > 0) {
            events.raise(MailboxEvents.SOME_STOPPED, () -> someStopped(unread, refused, at));
        }
    }

    private static Event someStopped(int unread, int refused, Instant at) {
        return Event.of(MailboxEvents.SOME_STOPPED, "mailboxes", at)
                .with("unread", unread)
                .with("refused", refused);
    }

    /** Were this node lost before they are judged, the close would judge them. */
    private List<Watched.Unread> noticeGaps() {
        var since = clock.instant().minus(allowed.lag());
        return Objects.requireNonNull(transactions.execute(status -> watched.noticeGaps(since, AT_ONCE)));
    }
}
