package io.hourglass.inquiry.policy;

import io.hourglass.kernel.time.MarketplaceZone;
import io.hourglass.sla.days.DayCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The versions of the reply policy. They are only ever added. */
public interface Policies extends MarketplaceZone {

    /** The version that judges what is received at that instant; the first version also judges all before it. */
    ReplyPolicy inForceAt(Instant instant);

    /** @throws IllegalArgumentException if there is no such version */
    default ReplyPolicy version(int version) {
        return all().stream()
                .filter(policy -> policy.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no policy version " + version));
    }

    /** The version of a natural day; a version takes effect at the start of one. */
    default ReplyPolicy inForceOn(LocalDate day) {
        var ofDay = days().versionOn(day);
        return all().stream()
                .filter(policy -> policy.days().equals(ofDay))
                .findFirst()
                .orElseThrow();
    }

    /** The natural day that the instant belongs to. */
    default LocalDate dayOf(Instant instant) {
        return days().dayOf(instant);
    }

    /** Natural days, their closes and their numbers. */
    default DayCalendar days() {
        return new DayCalendar(() -> all().stream().map(ReplyPolicy::days).toList());
    }

    /** No inquiry received on a day before that one has open books, nor its reply deadline ahead. */
    default LocalDate earliestOpen(Instant now) {
        return days().earliestOpen(dayOf(now));
    }

    @Override
    default ZoneId zone() {
        return all().get(0).zone();
    }

    /** In the order of their versions, their days each joined to the next, see {@link DayCalendar#joined}. */
    List<ReplyPolicy> all();
}
