package io.hourglass.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An instant in words")
class ZonedFormatTest {

    private static final ZonedFormat BERLIN = new ZonedFormat(ZoneId.of("Europe/Berlin"), Locale.CHINESE);

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
        assertThat(new ZonedFormat(zone).exact(instant)).isEqualTo(shown);
        assertThat(new ZonedFormat(zone).toTheSecond(instant)).isEqualTo(shown);
    }

    @Test
    @DisplayName("shows seconds and milliseconds where there are any, in lists seconds alone")
    void asExactAsItIs() {
        var millisecond = Instant.parse("2026-03-02T02:00:00.001Z");
        assertThat(BERLIN.exact(millisecond)).isEqualTo("2026-03-02 03:00:00.001 +01:00");
        assertThat(BERLIN.toTheSecond(millisecond)).isEqualTo("2026-03-02 03:00 +01:00");
        var second = Instant.parse("2026-03-02T02:00:01Z");
        assertThat(BERLIN.exact(second)).isEqualTo("2026-03-02 03:00:01 +01:00");
        assertThat(BERLIN.toTheSecond(second)).isEqualTo("2026-03-02 03:00:01 +01:00");
    }

    @Test
    @DisplayName("is told to machines as well")
    void shown() {
        var millisecond = Instant.parse("2026-03-02T02:00:00.001Z");
        assertThat(BERLIN.shown(millisecond))
                .isEqualTo(new ZonedFormat.Shown("2026-03-02 03:00", "2026-03-02T02:00:00.001Z"));
        assertThat(BERLIN.shownExactly(millisecond))
                .isEqualTo(new ZonedFormat.Shown("2026-03-02 03:00:00.001 +01:00", "2026-03-02T02:00:00.001Z"));
    }

    @Test
    @DisplayName("is in its own zone, in UTC, without its offset, or as a form takes it, where a page says so")
    void otherwise() {
        var minute = Instant.parse("2026-03-02T02:00:00Z");
        var millisecond = minute.plusMillis(7);
        assertThat(BERLIN.exact(OffsetDateTime.parse("2026-03-02T10:00:00+08:00")))
                .isEqualTo("2026-03-02 10:00 +08:00");
        assertThat(BERLIN.utc(minute)).isEqualTo("2026-03-02 02:00:00Z");
        assertThat(BERLIN.utc(millisecond)).isEqualTo("2026-03-02 02:00:00.007Z");
        assertThat(BERLIN.asOf(millisecond)).isEqualTo("2026-03-02 03:00:00 Europe/Berlin");
        assertThat(BERLIN.toTheMinute(millisecond)).isEqualTo("2026-03-02 03:00");
        assertThat(BERLIN.timeOfDay(millisecond)).isEqualTo("03:00");
        assertThat(BERLIN.field(minute)).isEqualTo("2026-03-02T03:00:00.000");
        assertThat(BERLIN.between(minute, minute.plusSeconds(90))).isEqualTo("1 分钟 30 秒");
        assertThat(BERLIN.span(7)).isEqualTo("7 毫秒");
    }
}
