package io.hourglass.relay.synced;

import static java.util.Comparator.comparing;

import io.hourglass.imports.taking.InHalves;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.threads.RecentThreads;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.SyncedMail;
import io.hourglass.mailbox.SyncedMails;
import io.hourglass.relay.mails.BuyersAddresses;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes mails of a mailbox, each by itself, the earliest first: what answers another is known to be about the same inquiry. */
@Component
class TakeSyncedMails implements SyncedMails {

    private static final Logger log = LoggerFactory.getLogger(TakeSyncedMails.class);

    /** What was received longer ago stands in no number any more that is published. */
    static final Duration RECENT = Duration.ofDays(40);

    private final RecentThreads threads;
    private final BuyersAddresses buyers;
    private final TakeSyncedMail take;
    private final Clock clock;

    TakeSyncedMails(RecentThreads threads, BuyersAddresses buyers, TakeSyncedMail take, Clock clock) {
        this.threads = threads;
        this.buyers = buyers;
        this.take = take;
        this.clock = clock;
    }

    /** @throws RuntimeException if none of the mails is at fault, such as that the database is away */
    @Override
    public void take(SupplierId supplier, String address, List<SyncedMail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        var mailbox = mailbox(supplier, address);
        if (mailbox.threads().all().isEmpty()) {
            return;
        }
        var failures = new ArrayList<String>();
        mails.stream()
                .sorted(comparing(SyncedMail::arrivedAt))
                .forEach(mail -> take(new FoundMail(mail), mailbox, failures));
        if (!failures.isEmpty()) {
            log.warn(
                    "{} of {} mails of a mailbox cannot be taken: {}",
                    failures.size(),
                    mails.size(),
                    new TreeSet<>(failures)); // what a failure says may repeat the mail
        }
    }

    private Mailbox mailbox(SupplierId supplier, String address) {
        var now = clock.instant();
        var known = threads.of(supplier, now.minus(RECENT), now.plusMillis(1));
        var asking = known.all().stream().map(Inquiry::buyer).toList();
        return new Mailbox(address, known, buyers.of(asking), new HashMap<>());
    }

    private void take(FoundMail mail, Mailbox mailbox, List<String> failures) {
        InHalves.take(
                List.of(mail),
                failures,
                (some, before) -> {
                    some.forEach(one -> take.take(one, mailbox));
                    return before;
                },
                (one, before, why) -> {
                    before.add(why.getClass().getSimpleName());
                    return before;
                });
    }
}
