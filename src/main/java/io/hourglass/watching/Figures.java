package io.hourglass.watching;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.Track;
import io.hourglass.mailbox.boxes.MailboxState;
import io.hourglass.operations.Dashboard.Band;
import io.hourglass.operations.Dashboard.Overview;
import io.hourglass.operations.SharedOverview;
import io.hourglass.operations.work.DayCloses.Unsettled;
import io.hourglass.operations.work.OpenWork;
import io.hourglass.operations.work.OpenWork.Step;
import io.hourglass.operations.work.Workflow;
import io.hourglass.rate.books.BooksCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the database says of the running system, as figures. A look asks a few questions, however much is going on. */
@Component
class Figures {

    private static final int AT_RISK_UNDER_HOURS = 6;

    private final SharedOverview overview;
    private final OpenWork work;
    private final Counts counts;
    private final List<Track> tracks;
    private final Gauges gauges;
    private final Clock clock;

    Figures(
            SharedOverview overview,
            OpenWork work,
            Counts counts,
            List<BooksCalendar> calendars,
            Gauges gauges,
            Clock clock) {
        this.overview = overview;
        this.work = work;
        this.counts = counts;
        this.tracks = calendars.stream().map(BooksCalendar::track).toList();
        this.gauges = gauges;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DataAccessException if the database does not answer: then figures stay what they were */
    void look() {
        var now = clock.instant();
        var seen = overview.now();
        setWork(seen, now);
        setStops(seen);
        setCloses(seen.closes().due(), now);
        setSeals(now);
        setMessages(now);
        setMailboxes(now);
    }

    private void setWork(Overview seen, Instant now) {
        var bands = new HashMap<String, Double>();
        seen.open().bands().forEach(band -> bands.put(left(band), (double) band.inquiries()));
        gauges.set(
                "hourglass.open.inquiries",
                "Inquiries that are owed a reply, by time left until it is due",
                "left",
                bands);
        gauges.set(
                "hourglass.inquiries.at.risk",
                "Inquiries that are owed a reply within six hours",
                seen.open().bands().stream()
                        .filter(Figures::isAtRisk)
                        .mapToLong(Band::inquiries)
                        .sum());
        var verdicts = new HashMap<String, Double>();
        for (var state : InquiryState.values()) {
            verdicts.put(state.name(), (double) seen.verdictsToday().getOrDefault(state, 0L));
        }
        gauges.set(
                "hourglass.verdicts.today",
                "What the books have come to say since the day began, by state",
                "state",
                verdicts);
        gauges.set(
                "hourglass.consultations.open",
                "Consultations of chat that can still be answered",
                work.stepsOf(Workflow.CHAT).stream().mapToLong(Step::instances).sum());
        gauges.set(
                "hourglass.timers.due",
                "Timers and steps whose instant has passed",
                seen.dueNotFired().jobs());
        gauges.set(
                "hourglass.timers.overdue.seconds",
                "For how long the eldest of them has been due",
                since(seen.dueNotFired().oldest(), now));
    }

    private static boolean isAtRisk(Band band) {
        return band.fromHours() != null && band.underHours() != null && band.underHours() <= AT_RISK_UNDER_HOURS;
    }

    private static String left(Band band) {
        if (band.fromHours() == null) {
            return "missed";
        }
        return band.underHours() == null ? band.fromHours() + "h_or_more" : "under_" + band.underHours() + "h";
    }

    private void setStops(Overview seen) {
        var stopped = seen.stopped();
        gauges.set("hourglass.steps.failed", "Timers and steps without tries left", stopped.withoutRetries());
        gauges.set(
                "hourglass.suspended",
                "What is suspended, by kind",
                "kind",
                Map.of(
                        "definition", (double) stopped.definitions(),
                        "step", (double) stopped.steps(),
                        "instance", (double) stopped.instances(),
                        "job", (double) stopped.jobs()));
    }

    private void setCloses(List<Unsettled> due, Instant now) {
        var count = byTrack(0);
        var lag = byTrack(0);
        for (var one : due) {
            var track = one.day().trackDay().track().name();
            count.merge(track, 1.0, Double::sum);
            lag.merge(track, since(one.day().closesAt(), now), Math::max);
        }
        gauges.set("hourglass.day.close.due", "Days whose close is due and not done", "track", count);
        gauges.set("hourglass.day.close.lag.seconds", "For how long the eldest close has been due", "track", lag);
    }

    private void setSeals(Instant now) {
        var age = byTrack(0);
        var unsealed = byTrack(0);
        for (var one : counts.seals()) {
            age.put(one.track(), since(one.last(), now));
            unsealed.put(one.track(), (double) one.unsealed());
        }
        gauges.set(
                "hourglass.ledger.seal.age.seconds", "Since the last day was sealed; 0 before the first", "track", age);
        gauges.set(
                "hourglass.ledger.unsealed.days",
                "Settled days behind the first seal that have none",
                "track",
                unsealed);
    }

    private void setMessages(Instant now) {
        var outbox = counts.outbox();
        gauges.set("hourglass.outbox.events", "Events that were not handed on, 100,000 at most", outbox.waiting());
        gauges.set("hourglass.outbox.lag.seconds", "Since the eldest of them was raised", since(outbox.eldest(), now));
        var waiting = new HashMap<String, Double>();
        var lag = new HashMap<String, Double>();
        var dead = new HashMap<String, Double>();
        for (var one : counts.messages()) {
            waiting.put(one.way(), (double) one.queue().waiting());
            lag.put(one.way(), since(one.queue().eldest(), now));
            dead.put(one.way(), (double) one.dead());
        }
        gauges.set(
                "hourglass.messages.waiting",
                "Messages that are to be sent; of mail those that failed once",
                "way",
                waiting);
        gauges.set("hourglass.messages.lag.seconds", "Since the eldest of them was added", "way", lag);
        gauges.set(
                "hourglass.messages.dead",
                "Dead letters: messages that are not tried again by themselves",
                "way",
                dead);
    }

    private void setMailboxes(Instant now) {
        var count = new HashMap<String, Double>();
        var lag = new HashMap<String, Double>();
        for (var state : MailboxState.values()) {
            count.put(state.name(), 0.0);
            lag.put(state.name(), 0.0);
        }
        counts.mailboxes().forEach((state, queue) -> {
            count.put(state.name(), (double) queue.waiting());
            lag.put(state.name(), since(queue.eldest(), now));
        });
        gauges.set("hourglass.mailboxes", "Suppliers' mailboxes, by state", "state", count);
        gauges.set(
                "hourglass.mailbox.lag.seconds",
                "Since the one was read that has waited longest, by state",
                "state",
                lag);
    }

    private Map<String, Double> byTrack(double value) {
        var values = new HashMap<String, Double>();
        tracks.forEach(track -> values.put(track.name(), value));
        return values;
    }

    private static double since(@Nullable Instant instant, Instant now) {
        return instant == null ? 0 : Math.max(0, Duration.between(instant, now).toMillis() / 1000.0);
    }
}
