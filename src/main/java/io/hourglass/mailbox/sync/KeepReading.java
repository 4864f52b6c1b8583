package io.hourglass.mailbox.sync;

import io.hourglass.kernel.events.Event;
import io.hourglass.kernel.events.Events;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.boxes.Failure;
import io.hourglass.mailbox.boxes.FailureKind;
import io.hourglass.mailbox.boxes.Mailbox;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.mailbox.boxes.Reading;
import io.hourglass.mailbox.boxes.Reading.Stopped;
import io.hourglass.mailbox.boxes.Reading.Stopped.Why;
import io.hourglass.mailbox.coverage.RecordCoverage;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what came of reading a mailbox, in one transaction with what follows from it: what is covered now, and that it has stopped or
 * works again, which is told once for each change. What came of a claim that is over changes nothing.
 */
@Component
@EnableConfigurationProperties(SyncSettings.class)
public class KeepReading {

    private final Claims claims;
    private final RecordCoverage coverage;
    private final Events events;
    private final SyncSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    public KeepReading(
            Claims claims,
            RecordCoverage coverage,
            Events events,
            SyncSettings settings,
            PlatformTransactionManager manager,
            Clock clock) {
        this.claims = claims;
        this.coverage = coverage;
        this.events = events;
        this.settings = settings;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /**
     * How far a folder was read.
     *
     * @throws ClaimOver if another has the mailbox by now
     */
    void went(Claim claim, Cursor cursor, Instant until) throws ClaimOver {
        if (!Objects.requireNonNull(transactions.execute(status -> claims.went(claim, cursor, until)))) {
            throw new ClaimOver();
        }
    }

    /**
     * All was read and taken.
     *
     * @param begun before the first folder was opened
     */
    void worked(Claim claim, Instant begun) {
        var late = Objects.requireNonNull(
                transactions.execute(status -> claims.lock(claim).flatMap(mailbox -> worked(claim, mailbox, begun))));
        late.ifPresent(time -> coverage.changed(claim.supplier(), time.from(), time.until()));
    }

    private record Time(Instant from, Instant until) {}

    /** @return what was read later than is allowed */
    private Optional<Time> worked(Claim claim, Mailbox mailbox, Instant begun) {
        var before = mailbox.reading();
        var from = before.coveredUntil() == null ? mailbox.connectedAt() : before.coveredUntil();
        var until = begun.isBefore(from) ? from : begun;
        var late = from.isBefore(until) && coverage.covered(mailbox.supplier(), from, until);
        var now = before.worked(clock.instant(), until, next(begun));
        claims.end(claim, now.withStopped(null));
        if (before.stopped() != null) {
            raiseWorking(mailbox.supplier(), until);
        }
        return late ? Optional.of(new Time(from, until)) : Optional.empty();
    }

    private Instant next(Instant begun) {
        return begun.plus(settings.interval());
    }

    private void raiseWorking(SupplierId supplier, Instant until) {
        events.raise(MailboxEvents.WORKING, () -> Event.of(MailboxEvents.WORKING, supplier.value(), clock.instant())
                .with("supplier", supplier)
                .with("readUntil", until));
    }

    /** There is more to read: it goes on when others have had their turn. */
    void goesOn(Claim claim) {
        transactions.executeWithoutResult(status -> claims.lock(claim)
                .ifPresent(mailbox -> claims.end(claim, mailbox.reading().withDueAt(clock.instant()))));
    }

    /** @param words the server's, of up to 200 characters */
    void failed(Claim claim, FailureKind kind, String words) {
        transactions.executeWithoutResult(
                status -> claims.lock(claim).ifPresent(mailbox -> failed(claim, mailbox, kind, words)));
    }

    private void failed(Claim claim, Mailbox mailbox, FailureKind kind, String words) {
        var at = clock.instant();
        var before = mailbox.reading();
        var failed = before.failed(new Failure(kind, words, at), at);
        var next = at.plus(RetryTimes.after(kind, failed.failures(), settings.interval(), random));
        var tells = failed.state() == MailboxState.REFUSED && !isToldOfRefusal(before);
        var stopped = tells ? new Stopped(at, Why.REFUSED) : before.stopped();
        claims.end(claim, failed.withDueAt(next).withStopped(stopped));
        if (tells) {
            coverage.toldOfRefusal(mailbox.supplier(), at);
            events.raise(
                    MailboxEvents.STOPPED, () -> MailboxEvents.stopped(mailbox.withReading(failed), Why.REFUSED, at));
        }
    }

    private static boolean isToldOfRefusal(Reading reading) {
        return reading.stopped() != null && reading.stopped().why() == Why.REFUSED;
    }
}
