package io.hourglass.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An instant as callers write it")
class IsoInstantTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00Z, 1970-01-01T00:00:00Z",
        "1970-01-01T08:00:00+08:00, 1970-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
        "+10000-01-01T07:59:59+08:00, 9999-12-31T23:59:59Z"
    })
    @DisplayName("lies in the years 1970 to 9999 of UTC, whatever its offset")
    void within(String text, Instant instant) {
        assertThat(IsoInstant.parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00+00:01",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-00:01",
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59.999999999-18:00",
                "soon"
            })
    @DisplayName("is none outside of them: no calendar and no database has those")
    void without(String text) {
        assertThatThrownBy(() -> IsoInstant.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
