package io.hourglass.operations;

import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.operations.Dashboard.Hour;
import io.hourglass.operations.Meters.Lateness;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How much has gone through lately, and how punctually. */
@Component
class Throughput {

    private static final int INTAKE_HOURS = 24;
    private static final Duration LATENESS_OVER = Duration.ofHours(1);

    private final Meters meters;
    private final Policies policies;

    Throughput(Meters meters, Policies policies) {
        this.meters = meters;
        this.policies = policies;
    }

    /** What the books have come to say since the natural day of that instant began, by state. */
    Map<InquiryState, Long> verdictsToday(Instant now) {
        var start = policies.days().start(policies.dayOf(now));
        return meters.verdictsSince(start, policies.earliestOpen(now));
    }

    /** Of the timers of the last hour. */
    Lateness lateness(Instant now) {
        return meters.latenessSince(now.minus(LATENESS_OVER));
    }

    /** Of the last 24 hours and the present one, the earliest first. */
    List<Hour> intake(Instant now) {
        var first = now.truncatedTo(ChronoUnit.HOURS).minus(INTAKE_HOURS, ChronoUnit.HOURS);
        var counts = meters.intakeSince(first, policies.dayOf(first));
        return IntStream.rangeClosed(0, INTAKE_HOURS)
                .mapToObj(hour -> first.plus(hour, ChronoUnit.HOURS))
                .map(from -> new Hour(from, counts.getOrDefault(from, 0L)))
                .toList();
    }
}
