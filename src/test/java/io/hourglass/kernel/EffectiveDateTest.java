package io.hourglass.kernel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The date from which rules are in force")
class EffectiveDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    @DisplayName("comes after today and after the last version's")
    void early() {
        EffectiveDate.check("on", TODAY.plusDays(1), TODAY.minusDays(9), TODAY);
        refused(TODAY, TODAY.minusDays(9));
        EffectiveDate.check("on", TODAY.plusDays(6), TODAY.plusDays(5), TODAY);
        refused(TODAY.plusDays(5), TODAY.plusDays(5));
        EffectiveDate.check("at", NOW.plusMillis(1), Instant.EPOCH, NOW);
        refused(NOW, Instant.EPOCH);
    }

    @Test
    @DisplayName("comes at most 366 days ahead, so that no version locks out those after it")
    void late() {
        EffectiveDate.check("on", TODAY.plusDays(366), LocalDate.EPOCH, TODAY);
        refused(TODAY.plusDays(367), LocalDate.EPOCH);
        refused(LocalDate.of(9999, 12, 31), LocalDate.EPOCH);
        refused(LocalDate.MAX, LocalDate.EPOCH);
        EffectiveDate.check("at", NOW.plus(Duration.ofDays(366)), Instant.EPOCH, NOW);
        refused(NOW.plus(Duration.ofDays(366)).plusMillis(1), Instant.EPOCH);
        refused(Instant.parse("9999-01-01T00:00:00Z"), Instant.EPOCH);
    }

    private static void refused(LocalDate from, LocalDate last) {
        assertThatThrownBy(() -> EffectiveDate.check("on", from, last, TODAY))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("on is " + from)
                .hasMessageContaining("at most 366 days ahead");
    }

    private static void refused(Instant from, Instant last) {
        assertThatThrownBy(() -> EffectiveDate.check("at", from, last, NOW)).isInstanceOf(BadInput.class);
    }
}
