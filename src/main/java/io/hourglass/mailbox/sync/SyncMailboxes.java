package io.hourglass.mailbox.sync;

import io.hourglass.mailbox.secrets.MailboxKeys;
import io.hourglass.mailbox.sync.Claims.Claimed;
import io.hourglass.mailbox.sync.Claims.Hold;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the mailboxes that are due, a bounded number at once, and of those on one host fewer: one that does not answer holds up no other.
 * To be called again and again, by one thread.
 */
@Component
public class SyncMailboxes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SyncMailboxes.class);
    private static final int LONGEST_END_SECONDS = 10;

    private final Claims claims;
    private final ReadMailbox reading;
    private final MailboxKeys keys;
    private final Hosts hosts;
    private final SyncSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final ExecutorService threads;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Semaphore ended = new Semaphore(0);
    private volatile boolean hasBegun;

    public SyncMailboxes(
            Claims claims,
            ReadMailbox reading,
            MailboxKeys keys,
            Hosts hosts,
            SyncSettings settings,
            PlatformTransactionManager manager,
            Clock clock) {
        this.claims = claims;
        this.reading = reading;
        this.keys = keys;
        this.hosts = hosts;
        this.settings = settings;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(settings.connections(), work -> new Thread(work, "mailboxes"));
    }

    /**
     * Reads what is due, each as soon as there is room for it, until nothing more is due or none has ended for a while.
     *
     * @param goesOn whether more is to be begun
     * @param longest to wait until one ends
     */
    public void readDue(BooleanSupplier goesOn, Duration longest) {
        while (goesOn.getAsBoolean() && (begin() > 0 || endsOne(longest))) {}
    }

    /** Whether one of those that are being read has ended since it was last asked. */
    private boolean endsOne(Duration longest) {
        try {
            var wait = underWay.get() > 0 ? longest.toMillis() : 0;
            var hasEnded = ended.tryAcquire(wait, TimeUnit.MILLISECONDS);
            ended.drainPermits();
            return hasEnded;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Begins to read as many as are due and there is room for. @return how many */
    public int begin() {
        var free = settings.connections() - underWay.get();
        if (free <= 0 || !keys.areSet()) {
            return 0;
        }
        var claimed = claim(free);
        claimed.forEach(this::begin);
        return claimed.size();
    }

    /** How many are being read. */
    public int underWay() {
        return underWay.get();
    }

    private List<Claimed> claim(int free) {
        var now = clock.instant();
        var hold = new Hold(node, now, now.plus(Pass.HELD_FOR));
        var taken = new ArrayList<String>();
        try {
            return Objects.requireNonNull(transactions.execute(
                    status -> claims.claim(hold, hosts.reading().full(), free, host -> takes(host, taken))));
        } catch (RuntimeException e) {
            taken.forEach(hosts.reading()::giveBack);
            throw e;
        }
    }

    /** What is claimed counts before it is begun. */
    private boolean takes(String host, List<String> taken) {
        return hosts.reading().take(host) && taken.add(host);
    }

    private void begin(Claimed claimed) {
        hasBegun = true;
        underWay.incrementAndGet();
        threads.execute(() -> {
            try {
                reading.read(claimed);
            } catch (RuntimeException e) {
                log.warn(
                        "What came of the mailbox of {} is not kept",
                        claimed.claim().supplier(),
                        e);
            } finally {
                hosts.reading().giveBack(claimed.mailbox().server().host());
                underWay.decrementAndGet();
                ended.release();
            }
        });
    }

    /** What is under way is read by another node, or by this one once it is started again. */
    @Override
    public void destroy() throws InterruptedException {
        threads.shutdownNow();
        reading.stop();
        if (!threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            log.warn("Mailboxes are still being read while the program stops");
        }
        if (hasBegun) {
            transactions.executeWithoutResult(status -> claims.letGo(node));
        }
    }
}
