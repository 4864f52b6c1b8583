package io.hourglass.operations;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.hourglass.operations.Dashboard.Overview;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One overview for all who look at about the same time: what a look costs grows with what is open, and must not grow with
 * those who look as well.
 */
@Component
public class SharedOverview {

    private static final String OF_ALL = "all";

    private final LoadingCache<String, Overview> last;
    private final Clock clock;

    @Autowired
    SharedOverview(Dashboard live, @Value("${hourglass.overview-kept-for}") Duration keptFor, Clock clock) {
        this(live::now, keptFor, clock);
    }

    SharedOverview(Supplier<Overview> look, Duration keptFor, Clock clock) {
        this.clock = clock;
        this.last = Caffeine.newBuilder()
                .expireAfterWrite(keptFor)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build(of -> look.get());
    }

    /** Of the present, or of a few seconds ago, as it says. Those who ask while it is made wait for it. */
    public Overview now() {
        if (last.get(OF_ALL).asOf().isAfter(clock.instant())) {
            last.invalidate(OF_ALL); // the clock was set back
        }
        return last.get(OF_ALL);
    }
}
