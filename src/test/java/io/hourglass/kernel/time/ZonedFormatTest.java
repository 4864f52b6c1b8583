package io.hourglass.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A local time")
class ZonedFormatTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "{0} in {1} is {2}")
    @CsvSource({
        "2026-10-25T00:30:00Z, Europe/Berlin, 2026-10-25 02:30 +02:00",
        "2026-10-25T01:30:00Z, Europe/Berlin, 2026-10-25 02:30 +01:00",
        "2026-10-25T00:30:00Z, Europe/London, 2026-10-25 01:30 +01:00",
        "2026-10-25T01:30:00Z, Europe/London, 2026-10-25 01:30 +00:00",
        "2026-03-02T02:00:00Z, Asia/Shanghai, 2026-03-02 10:00 +08:00",
        "2026-03-02T02:00:00Z, America/St_Johns, 2026-03-01 22:30 -03:30",
        "1970-01-02T00:00:00Z, Africa/Monrovia, 1970-01-01 23:15:30 -00:44:30",
    })
    @DisplayName("bears its offset, so that an hour that comes twice reads otherwise each time")
    void offset(Instant instant, ZoneId zone, String shown) {
        assertThat(ZonedFormat.exact(instant, zone)).isEqualTo(shown);
        assertThat(ZonedFormat.toTheSecond(instant, zone)).isEqualTo(shown);
    }

    @Test
    @DisplayName("shows seconds and milliseconds where there are any, in lists seconds alone")
    void asExactAsItIs() {
        var millisecond = Instant.parse("2026-03-02T02:00:00.001Z");
        assertThat(ZonedFormat.exact(millisecond, BERLIN)).isEqualTo("2026-03-02 03:00:00.001 +01:00");
        assertThat(ZonedFormat.toTheSecond(millisecond, BERLIN)).isEqualTo("2026-03-02 03:00 +01:00");
        var second = Instant.parse("2026-03-02T02:00:01Z");
        assertThat(ZonedFormat.exact(second, BERLIN)).isEqualTo("2026-03-02 03:00:01 +01:00");
        assertThat(ZonedFormat.toTheSecond(second, BERLIN)).isEqualTo("2026-03-02 03:00:01 +01:00");
    }
}
