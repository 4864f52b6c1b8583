package io.hourglass.portal.mailboxes;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.mailbox.coverage.Coverage;
import io.hourglass.mailbox.coverage.KnownCoverage;
import io.hourglass.mailbox.coverage.Stretch;
import io.hourglass.portal.names.SupplierNames;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was seen of a supplier's mailbox lately. */
@Component
class Watched {

    private static final Duration LATELY = Duration.ofDays(30);

    private final KnownCoverage coverage;
    private final SupplierNames names;
    private final Clock clock;

    Watched(KnownCoverage coverage, SupplierNames names, Clock clock) {
        this.coverage = coverage;
        this.names = names;
        this.clock = clock;
    }

    /**
     * The last thirty days.
     *
     * @param percent of the time in which the supplier depended on its mailbox, how much of it has been read, rounded down to a tenth;
     *     null if it depended on none
     * @param gaps what was read late or not at all, the latest first
     */
    record Recent(@Nullable BigDecimal percent, List<Stretch> gaps) {}

    String name(SupplierId supplier) {
        return names.of(List.of(supplier)).apply(supplier);
    }

    Recent recently(SupplierId supplier) {
        var now = clock.instant();
        var since = now.minus(LATELY);
        var times = coverage.since(List.of(supplier), since)
                .getOrDefault(supplier, Coverage.NONE)
                .stretches(since, now, now);
        var gaps = times.stream()
                .filter(time -> time.state() != Stretch.State.READ)
                .sorted((one, other) -> other.from().compareTo(one.from()))
                .toList();
        return new Recent(percent(times), gaps);
    }

    private static @Nullable BigDecimal percent(List<Stretch> times) {
        var all = times.stream().mapToLong(Watched::millis).sum();
        var unread = times.stream()
                .filter(time -> time.state() == Stretch.State.GAP)
                .mapToLong(Watched::millis)
                .sum();
        return all == 0
                ? null
                : BigDecimal.valueOf(100 * (all - unread)).divide(BigDecimal.valueOf(all), 1, RoundingMode.DOWN);
    }

    private static long millis(Stretch time) {
        return Duration.between(time.from(), time.until()).toMillis();
    }
}
