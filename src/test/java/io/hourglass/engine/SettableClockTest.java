package io.hourglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The one clock")
class SettableClockTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SettableClock clock = new SettableClock();

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    @DisplayName("stands still where it is set, and the engine's clock with it")
    void bothStand() {
        clock.set(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(ClockUtil.getCurrentTime()).isEqualTo(Date.from(NOON));
    }

    @Test
    @DisplayName("runs in whole milliseconds when it is released, and the engine's clock with it")
    void bothRun() {
        clock.set(NOON);
        clock.release();
        assertThat(clock.instant()).isAfter(NOON);
        var now = clock.instant();
        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
        assertThat(ClockUtil.getCurrentTime()).isAfter(Date.from(NOON));
    }

    @Test
    @DisplayName("is the same clock in every zone")
    void sameInEveryZone() {
        var inShanghai = clock.withZone(ZoneId.of("Asia/Shanghai"));
        clock.set(NOON);
        assertThat(inShanghai.instant()).isEqualTo(NOON);
        assertThat(inShanghai.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }
}
