package io.hourglass.dispute.rules;

import io.hourglass.policy.versions.PolicyVersions;
import io.hourglass.sla.days.DayCalendar;
import io.hourglass.sla.days.NaturalDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Knows until when a verdict may be disputed and a dispute decided. The day of the case says by which version. */
@Component
public class RulesOfDispute {

    private final PolicyVersions<DisputePolicy> versions;
    private final Clock clock;

    RulesOfDispute(PolicyVersions<DisputePolicy> versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * The start of a natural day.
     *
     * @param booksClose of that day
     * @param days of the case's track
     */
    public Instant disputableUntil(LocalDate day, Instant booksClose, DayCalendar days) {
        return days.start(days.dayOf(booksClose).plusDays(inForceOn(day).disputeWithinDays()));
    }

    /** The instant at which a dispute lapses that is raised now. */
    public Instant decideBy(LocalDate day, DayCalendar days) {
        var now = clock.instant();
        return NaturalDay.sameTimeAfter(now, Period.ofDays(decideWithinDays(day)), days.zoneAt(now));
    }

    /** In how many natural days a dispute is decided. */
    public int decideWithinDays(LocalDate day) {
        return inForceOn(day).decideWithinDays();
    }

    private DisputePolicy inForceOn(LocalDate day) {
        return versions.last(policy -> !policy.inForceFrom().isAfter(day));
    }
}
