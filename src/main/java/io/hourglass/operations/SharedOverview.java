package io.hourglass.operations;

import io.hourglass.operations.Dashboard.Overview;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One overview for all who look at about the same time: what a look costs grows with what is open, and must not grow with
 * those who look as well.
 */
@Component
public class SharedOverview {

    private final Supplier<Overview> look;
    private final Duration keptFor;
    private final Clock clock;
    private @Nullable Overview last;
    private Instant keptUntil = Instant.EPOCH;

    @Autowired
    SharedOverview(Dashboard live, @Value("${hourglass.overview-kept-for}") Duration keptFor, Clock clock) {
        this(live::now, keptFor, clock);
    }

    SharedOverview(Supplier<Overview> look, Duration keptFor, Clock clock) {
        this.look = look;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /** Of the present, or of a few seconds ago, as it says. Anyone who comes while another looks waits for what that one sees. */
    public synchronized Overview now() {
        var now = clock.instant();
        var seen = last;
        if (seen == null || now.isBefore(seen.asOf()) || !now.isBefore(keptUntil)) {
            seen = look.get();
            last = seen;
            keptUntil = clock.instant().plus(keptFor);
        }
        return seen;
    }
}
