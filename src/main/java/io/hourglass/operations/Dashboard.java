package io.hourglass.operations;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.operations.Meters.Lateness;
import io.hourglass.operations.reconciler.Reconciler;
import io.hourglass.operations.work.DayCloses;
import io.hourglass.operations.work.Incidents;
import io.hourglass.operations.work.Incidents.Due;
import io.hourglass.operations.work.Incidents.Incident;
import io.hourglass.operations.work.OpenWork;
import io.hourglass.operations.work.OpenWork.Waiting;
import io.hourglass.operations.work.Stops;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What operations see at a glance. It asks the same few questions however much is going on. */
@Component
public class Dashboard {

    private static final List<Integer> HOURS_LEFT = List.of(0, 1, 6, 24, 48, 72);
    private static final int LISTED = 10;

    private final OpenWork waits;
    private final Incidents incidents;
    private final Stops stops;
    private final Throughput throughput;
    private final DayCloses closes;
    private final Reconciler reconciler;
    private final Clock clock;

    Dashboard(
            OpenWork waits,
            Incidents incidents,
            Stops stops,
            Throughput throughput,
            DayCloses closes,
            Reconciler reconciler,
            Clock clock) {
        this.waits = waits;
        this.incidents = incidents;
        this.stops = stops;
        this.throughput = throughput;
        this.closes = closes;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /**
     * @param verdictsToday what the books have come to say since the natural day began, by state
     * @param intake of the last 24 hours and the present one, the earliest first
     * @param dueNotFired timers and steps whose instant has passed
     * @param incidents the first ten of {@code incidentCount}
     * @param suspended the first ten of {@code stopped.suspended()}
     * @param reconciler its last round, and the last ten things that it did
     */
    public record Overview(
            Instant asOf,
            Open open,
            List<Waiting> breakingNext,
            Map<InquiryState, Long> verdictsToday,
            List<Hour> intake,
            Lateness lateness,
            Due dueNotFired,
            DayCloses.Now closes,
            long incidentCount,
            List<Incident> incidents,
            Stops.Counts stopped,
            List<Stops.Stopped> suspended,
            Reconciler.Shown reconciler) {}

    /** Inquiries that wait for their supplier and are owed a reply: a duplicate is not, as its anchor's answers both. */
    public record Open(long all, List<Band> bands) {}

    /**
     * Those with so much time left until the reply deadline.
     *
     * @param fromHours included; null for those past the deadline
     * @param underHours not included; null for the last
     */
    public record Band(@Nullable Integer fromHours, @Nullable Integer underHours, long inquiries) {}

    /** @param from the first instant of an hour of UTC */
    public record Hour(Instant from, long inquiries) {}

    @Transactional(readOnly = true)
    public Overview now() {
        var now = clock.instant();
        var stopped = stops.counts();
        var open = waits.open(HOURS_LEFT.stream().map(Duration::ofHours).toList(), LISTED);
        return new Overview(
                now,
                open(open.withLessThan()),
                open.breakingNext(),
                throughput.verdictsToday(now),
                throughput.intake(now),
                throughput.lateness(now),
                incidents.dueBy(now),
                closes.now(),
                incidents.count(),
                incidents.all(0, LISTED),
                stopped,
                stopped.suspended() > 0 ? stops.suspended(0, LISTED) : List.of(),
                reconciler.show(LISTED));
    }

    private static Open open(List<Long> less) {
        var bands = new ArrayList<Band>();
        bands.add(new Band(null, 0, less.get(0)));
        for (var at = 1; at < less.size(); at++) {
            var under = at < HOURS_LEFT.size() ? HOURS_LEFT.get(at) : null;
            bands.add(new Band(HOURS_LEFT.get(at - 1), under, less.get(at) - less.get(at - 1)));
        }
        return new Open(less.get(less.size() - 1), bands);
    }
}
