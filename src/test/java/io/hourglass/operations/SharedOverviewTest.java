package io.hourglass.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.engine.SettableClock;
import io.hourglass.operations.Dashboard.Open;
import io.hourglass.operations.Dashboard.Overview;
import io.hourglass.operations.Meters.Lateness;
import io.hourglass.operations.reconciler.Reconciler;
import io.hourglass.operations.work.DayCloses;
import io.hourglass.operations.work.Incidents.Due;
import io.hourglass.operations.work.Stops;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The overview that all share")
class SharedOverviewTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final SettableClock clock = new SettableClock();
    private final SharedOverview shared = new SharedOverview(this::look, KEPT, clock);

    @BeforeEach
    void noon() {
        clock.set(NOON);
    }

    private Overview look() {
        return new Overview(
                clock.instant(),
                new Open(0, List.of()),
                List.of(),
                Map.of(),
                List.of(),
                new Lateness(0, null, null, null),
                new Due(0, null),
                new DayCloses.Now(null, null, List.of()),
                0,
                List.of(),
                Stops.Counts.NONE,
                List.of(),
                new Reconciler.Shown(Optional.empty(), 0, List.of()));
    }

    @Test
    @DisplayName("is the same until five seconds have passed, and then a new one")
    void kept() {
        shared.now();
        clock.set(NOON.plus(KEPT).minusMillis(1));
        assertThat(shared.now().asOf()).isEqualTo(NOON);
        clock.set(NOON.plus(KEPT));
        assertThat(shared.now().asOf()).isEqualTo(NOON.plus(KEPT));
    }

    @Test
    @DisplayName("is never of an instant to come, should the clock be set back")
    void setBack() {
        shared.now();
        clock.set(NOON.minusMillis(1));
        assertThat(shared.now().asOf()).isEqualTo(NOON.minusMillis(1));
    }
}
