package io.hourglass.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The date of a mail")
class MailDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 1 Dec 2026 08:42:53 +0800",
                "Tue, 01 Dec 2026 00:42:53 +0000",
                "Tue,  1 Dec 2026 00:42:53 +0000 (UTC)",
                "1 Dec 2026 00:42:53 GMT",
                " Tue, 1 Dec\r\n 2026\t00:42:53 +0000",
                "Tue, 1 Dec 2026 (the first) 00:42:53 +0000"
            })
    @DisplayName("is the same however its day is padded, its line folded and its zone named")
    void read(String text) {
        assertThat(MailDate.read(text)).isEqualTo(Instant.parse("2026-12-01T00:42:53Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Tue, 32 Dec 2026 00:42:53 +0000", "31 Dec 1969 23:59:59 +0000"})
    @DisplayName("is none where it says none in the years 1970 to 9999")
    void none(String text) {
        assertThat(MailDate.read(text)).isNull();
    }
}
