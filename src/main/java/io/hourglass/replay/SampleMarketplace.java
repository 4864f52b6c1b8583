package io.hourglass.replay;

import io.hourglass.access.accounts.SampleProgress;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.market.Suppliers;
import io.hourglass.market.buyers.NameBuyer;
import io.hourglass.market.profiles.DescribeSupplier;
import io.hourglass.market.profiles.DescribeSupplier.Description;
import io.hourglass.replay.chat.SampleTalk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database once with a small marketplace, if it is asked for, so that every page has something to show. It
 * is loaded like a replay, once the web server can say how far it is ({@link SampleProgress}), and before timers fire; a
 * load that was interrupted goes on at the next start, since the same facts sent again are the same facts. See ADR 45.
 */
@Component
class SampleMarketplace implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SampleMarketplace.class);

    private final SampleDatabase database;
    private final SampleProgress progress;
    private final Replay replay;
    private final Parties parties;
    private final SampleReferrals referrals;
    private final SampleTalk talk;
    private final SettableClock clock;
    private boolean running;

    /** Who trades on it. */
    @Component
    static class Parties {

        private final Suppliers known;
        private final DescribeSupplier suppliers;
        private final NameBuyer buyers;
        private final SampleMailboxes mailboxes;

        Parties(Suppliers known, DescribeSupplier suppliers, NameBuyer buyers, SampleMailboxes mailboxes) {
            this.known = known;
            this.suppliers = suppliers;
            this.buyers = buyers;
            this.mailboxes = mailboxes;
        }

        /** Those that are described already stay as they are. */
        void describe() {
            SampleSupplier.ALL.stream()
                    .filter(supplier -> !known.isKnown(supplier.id()))
                    .map(supplier -> new Description(supplier.id(), supplier.profile()))
                    .forEach(suppliers::describe);
            SampleLog.buyers().forEach(buyers::name);
        }

        void connectMailboxes(Instant asOf) {
            mailboxes.add(asOf);
        }
    }

    SampleMarketplace(
            SampleDatabase database,
            SampleProgress progress,
            Replay replay,
            Parties parties,
            SampleReferrals referrals,
            SampleTalk talk,
            SettableClock clock) {
        this.database = database;
        this.progress = progress;
        this.replay = replay;
        this.parties = parties;
        this.referrals = referrals;
        this.talk = talk;
        this.clock = clock;
    }

    /** Next after the web server. What waits for the whole start, as timers and the reconciler do, waits for this too. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE;
    }

    @Override
    public void start() {
        running = true;
        database.unfinished().ifPresent(this::load);
        progress.end();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void load(Instant asOf) {
        var events = SampleLog.upTo(asOf);
        log.info("Loading the sample marketplace: {} events of {} suppliers", events.size(), SampleSupplier.ALL.size());
        try {
            clock.set(events.get(0).at());
            parties.describe();
            var run = replay.start(bad -> {
                throw new IllegalStateException("sample event " + bad.number() + ": " + bad.reason());
            });
            progress.begin(events.size());
            play(events, run, talk.begin(asOf), asOf);
            run.finish();
            parties.connectMailboxes(asOf);
        } finally {
            clock.release();
        }
        database.finish();
        log.info("The sample marketplace is loaded. Its names and passwords are known to everybody");
    }

    private void play(List<LogEvent> events, Replay.Run run, SampleTalk.Playing chats, Instant asOf) {
        var asking = asOf.minus(SampleReferrals.BEFORE);
        var answering = asking.plus(Duration.ofDays(1));
        var received = events.stream()
                .filter(event ->
                        event.kind() == InquiryFactKind.RECEIVED && event.at().isBefore(asking))
                .toList();
        playTo(asking, events, run, chats);
        referrals.askAndPick(received, asking);
        playTo(answering, later(events, asking), run, chats);
        referrals.answer(received, answering);
        playTo(asOf, later(events, answering), run, chats);
    }

    private void playTo(Instant instant, List<LogEvent> events, Replay.Run run, SampleTalk.Playing chats) {
        for (var event : events) {
            if (!event.at().isAfter(instant)) {
                chats.upTo(event.at());
                run.day(List.of(event), progress::step);
            }
        }
        chats.upTo(instant);
        run.passTo(instant);
    }

    private static List<LogEvent> later(List<LogEvent> events, Instant instant) {
        return events.stream().filter(event -> event.at().isAfter(instant)).toList();
    }
}
