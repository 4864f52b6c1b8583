package io.hourglass.replay;

import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.FactKind;
import io.hourglass.kernel.UtcColumn;
import io.hourglass.market.DescribeSupplier;
import io.hourglass.market.DescribeSupplier.Description;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database once with a small marketplace, so that every page of a first start has something to show. It
 * is loaded like a replay, before the web server and the timers start; a load that was interrupted goes on at the next
 * start, since the same facts sent again are the same facts.
 */
@Component
@ConditionalOnProperty("hourglass.demo")
class SampleMarketplace implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SampleMarketplace.class);

    private final Replay replay;
    private final Inquiries inquiries;
    private final DescribeSupplier suppliers;
    private final SampleReferrals referrals;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private boolean running;

    SampleMarketplace(
            Replay replay,
            Inquiries inquiries,
            DescribeSupplier suppliers,
            SampleReferrals referrals,
            SettableClock clock,
            JdbcClient jdbc) {
        this.replay = replay;
        this.inquiries = inquiries;
        this.suppliers = suppliers;
        this.referrals = referrals;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** After the policy, before the web server. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public void start() {
        running = true;
        var begun = asOfUnfinished();
        if (begun.isPresent()) {
            load(begun.get());
        } else if (!isThere()) {
            if (inquiries.count() > 0) {
                throw new IllegalStateException(
                        "This database holds inquiries that are not the sample's, and the sample"
                                + " has names and passwords that everybody knows. Start with --demo=false.");
            }
            load(begin(clock.instant()));
        }
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
            SampleSupplier.ALL.forEach(
                    supplier -> suppliers.describe(new Description(supplier.id(), supplier.profile())));
            var run = replay.start(bad -> {
                throw new IllegalStateException("sample event " + bad.number() + ": " + bad.reason());
            });
            play(events, run, asOf);
            run.finish();
        } finally {
            clock.release();
        }
        jdbc.sql("update hourglass.sample_marketplace set loaded_at = ?")
                .param(UtcColumn.of(clock.instant()))
                .update();
        log.info("The sample marketplace is loaded; --demo=false starts without it on an empty database");
    }

    private void play(List<LogEvent> events, Replay.Run run, Instant asOf) {
        var asking = asOf.minus(SampleReferrals.BEFORE);
        var answering = asking.plus(Duration.ofDays(1));
        var received = events.stream()
                .filter(event -> event.kind() == FactKind.RECEIVED && event.at().isBefore(asking))
                .toList();
        playTo(asking, events, run);
        referrals.askAndPick(received, asking);
        playTo(answering, later(events, asking), run);
        referrals.answer(received, answering);
        playTo(asOf, later(events, answering), run);
    }

    private static void playTo(Instant instant, List<LogEvent> events, Replay.Run run) {
        run.day(events.stream().filter(event -> !event.at().isAfter(instant)).toList(), () -> {});
        run.passTo(instant);
    }

    private static List<LogEvent> later(List<LogEvent> events, Instant instant) {
        return events.stream().filter(event -> event.at().isAfter(instant)).toList();
    }

    private Instant begin(Instant asOf) {
        jdbc.sql("insert into hourglass.sample_marketplace (id, as_of) values (1, ?)")
                .param(UtcColumn.of(asOf))
                .update();
        return asOf;
    }

    private boolean isThere() {
        return jdbc.sql("select count(*) from hourglass.sample_marketplace")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Optional<Instant> asOfUnfinished() {
        return jdbc.sql("select as_of from hourglass.sample_marketplace where loaded_at is null")
                .query((row, number) -> UtcColumn.read(row, "as_of"))
                .optional();
    }
}
