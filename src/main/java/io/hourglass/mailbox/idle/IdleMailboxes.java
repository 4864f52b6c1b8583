package io.hourglass.mailbox.idle;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.imap.MailboxFailure;
import io.hourglass.mailbox.opening.NotRead;
import io.hourglass.mailbox.opening.OpenMailbox;
import io.hourglass.mailbox.sync.Hosts;
import io.hourglass.mailbox.sync.RecentNews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Waits by IDLE for the mailboxes in which this node found something new last, a bounded number at once. What a server tells makes the mailbox
 * due, and no more: it is read as ever, and if nothing is told it is read when its time has come.
 */
@Component
@EnableConfigurationProperties(IdleSettings.class)
public class IdleMailboxes implements DisposableBean {

    /** Since it was last begun: a server that ends it at once is not signed in to again and again. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofMinutes(15);
    private static final Duration AGAIN_WHERE_NOT_OFFERED = Duration.ofDays(1);

    /** What signing in and ending may take. */
    private static final Duration HELD_LONGER = Duration.ofMinutes(5);

    private static final int LONGEST_END_SECONDS = 10;
    private static final Logger log = LoggerFactory.getLogger(IdleMailboxes.class);

    private final Idles idles;
    private final RecentNews news;
    private final OpenMailbox opening;
    private final Hosts hosts;
    private final IdleSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final ExecutorService threads;
    private final Set<Idle> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean hasBegun;

    public IdleMailboxes(
            Idles idles,
            RecentNews news,
            OpenMailbox opening,
            Hosts hosts,
            IdleSettings settings,
            PlatformTransactionManager manager,
            Clock clock) {
        this.idles = idles;
        this.news = news;
        this.opening = opening;
        this.hosts = hosts;
        this.settings = settings;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(
                Math.max(1, settings.idleConnections()), work -> new Thread(work, "mailboxes waited for"));
    }

    /** Ends what is no longer to be waited for, and gives the places that are free. To be called again and again, by one thread. */
    public void look() {
        if (hasBegun) {
            var kept = inTransaction(() -> idles.kept(node));
            underWay.stream()
                    .filter(idle -> !kept.contains(idle.mailbox().supplier()))
                    .forEach(Idle::end);
        }
        if (underWay.size() < settings.idleConnections()) {
            begin();
        }
    }

    /** How many are waited for. */
    public int underWay() {
        return underWay.size();
    }

    private void begin() {
        for (var mailbox : candidates()) {
            if (underWay.size() < settings.idleConnections() && take(mailbox)) {
                begin(new Idle(mailbox), clock.instant());
            }
        }
    }

    private List<Mailbox> candidates() {
        var latest = news.latestFirst();
        return latest.isEmpty()
                ? List.of()
                : inTransaction(
                        () -> idles.free(latest, clock.instant(), hosts.idling().full()));
    }

    private boolean take(Mailbox mailbox) {
        var host = mailbox.server().host();
        var taken = false;
        if (hosts.idling().take(host)) {
            try {
                taken = inTransaction(() -> take(mailbox.supplier(), clock.instant()));
            } finally {
                if (!taken) {
                    hosts.idling().giveBack(host);
                }
            }
        }
        return taken;
    }

    private boolean take(SupplierId supplier, Instant now) {
        return idles.take(supplier, node, now, now.plus(settings.idleFor()).plus(HELD_LONGER));
    }

    private void begin(Idle idle, Instant begun) {
        hasBegun = true;
        underWay.add(idle);
        threads.execute(() -> {
            try {
                leave(idle, await(idle, begun));
            } finally {
                hosts.idling().giveBack(idle.mailbox().server().host());
                underWay.remove(idle);
            }
        });
    }

    /** @return from when on it may be waited for again */
    private Instant await(Idle idle, Instant begun) {
        try {
            var isOffered = idle.await(opening, clock, settings.idleFor(), () -> wake(idle));
            return isOffered ? begun.plus(AGAIN) : begun.plus(AGAIN_WHERE_NOT_OFFERED);
        } catch (NotRead | MailboxFailure | RuntimeException e) {
            log.debug(
                    "The mailbox of {} is not waited for: {}",
                    idle.mailbox().supplier(),
                    e.getClass().getName());
            return clock.instant().plus(AGAIN_AFTER_FAILURE);
        }
    }

    private void wake(Idle idle) {
        transactions.executeWithoutResult(status -> idles.wake(idle.mailbox().supplier(), node, clock.instant()));
    }

    /** Of one that was ended from here its row knows already. */
    private void leave(Idle idle, Instant again) {
        try {
            if (!idle.isOver()) {
                transactions.executeWithoutResult(
                        status -> idles.leave(idle.mailbox().supplier(), node, again));
            }
        } catch (RuntimeException e) {
            log.debug(
                    "That the mailbox of {} is waited for ends by itself",
                    idle.mailbox().supplier(),
                    e);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    @Override
    public void destroy() throws InterruptedException {
        underWay.forEach(Idle::end);
        threads.shutdownNow();
        if (!threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            log.warn("Mailboxes are still waited for while the program stops");
        }
        if (hasBegun) {
            transactions.executeWithoutResult(status -> idles.letGo(node));
        }
    }
}
