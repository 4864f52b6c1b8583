package io.hourglass.portal.chips;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far back chips count where all that there is would grow with the history: a look costs the same, however long that is.
 * What a chip narrows a list to is of the same days.
 */
@Component
public class CountedDays {

    public static final int DAYS = 30;

    private final Clock clock;

    CountedDays(Clock clock) {
        this.clock = clock;
    }

    public Instant since() {
        return clock.instant().minus(Duration.ofDays(DAYS));
    }

    /** From when on a list shows; null if no chip narrows it. */
    public @Nullable Instant since(@Nullable Object chosen) {
        return chosen == null ? null : since();
    }
}
