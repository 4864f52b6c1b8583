package io.hourglass.sla;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The versions of the reply policy. They are only ever added. */
public interface Policies {

    /** The version that judges what is received at that instant; the first version also judges all before it. */
    ReplyPolicy inForceAt(Instant instant);

    /** @throws IllegalArgumentException if there is no such version */
    default ReplyPolicy version(int version) {
        return all().stream()
                .filter(policy -> policy.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no policy version " + version));
    }

    /** The version of a natural day; a version takes effect at the start of one, and all share one zone. */
    default ReplyPolicy inForceOn(LocalDate day) {
        return inForceAt(NaturalDay.start(day, zone()));
    }

    /** The marketplace zone. */
    default ZoneId zone() {
        return all().get(0).zone();
    }

    /** In the order of their versions. */
    List<ReplyPolicy> all();
}
