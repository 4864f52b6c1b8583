package io.hourglass.operations.web;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.operations.Dashboard.Hour;
import io.hourglass.operations.Dashboard.Open;
import io.hourglass.operations.Dashboard.Overview;
import io.hourglass.operations.Meters.Lateness;
import io.hourglass.operations.reconciler.Reconciler;
import io.hourglass.operations.work.DayCloses;
import io.hourglass.operations.work.Incidents.Due;
import io.hourglass.operations.work.Incidents.Incident;
import io.hourglass.operations.work.Stops;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * @param lateness of the timers that fired in the last hour
 * @param incidents the first ten of {@code incidentCount}
 * @param stopped how many of each kind stand still until a person resumes them or has them tried again
 * @param suspended the first ten of those that are suspended
 * @param reconciler its last round, and the last ten things that it did
 */
record OverviewView(
        Instant asOf,
        Open open,
        List<WaitingView> breakingNext,
        Map<InquiryState, Long> verdictsToday,
        List<Hour> intake,
        Lateness lateness,
        Due dueNotFired,
        DayCloses.Now closes,
        long incidentCount,
        List<Incident> incidents,
        Stops.Counts stopped,
        List<Stops.Stopped> suspended,
        Reconciler.Shown reconciler) {

    static OverviewView of(Overview now) {
        return new OverviewView(
                now.asOf(),
                now.open(),
                now.breakingNext().stream().map(WaitingView::of).toList(),
                now.verdictsToday(),
                now.intake(),
                now.lateness(),
                now.dueNotFired(),
                now.closes(),
                now.incidentCount(),
                now.incidents(),
                now.stopped(),
                now.suspended(),
                now.reconciler());
    }
}
