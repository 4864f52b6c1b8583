package io.hourglass.policy.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.kernel.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The date from which rules are in force")
class EffectiveFromTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private static void check(LocalDate from, LocalDate last) {
        EffectiveFrom.on(from).check(EffectiveFrom.on(last), NOW, SHANGHAI);
    }

    private static void check(Instant from, Instant last) {
        EffectiveFrom.at(from).check(EffectiveFrom.at(last), NOW, SHANGHAI);
    }

    @Test
    @DisplayName("comes after today and after the last version's")
    void early() {
        check(TODAY.plusDays(1), TODAY.minusDays(9));
        refused(TODAY, TODAY.minusDays(9));
        check(TODAY.plusDays(6), TODAY.plusDays(5));
        refused(TODAY.plusDays(5), TODAY.plusDays(5));
        check(NOW.plusMillis(1), Instant.EPOCH);
        refused(NOW, Instant.EPOCH);
    }

    @Test
    @DisplayName("comes at most 366 days ahead, so that no version locks out those after it")
    void late() {
        check(TODAY.plusDays(366), LocalDate.EPOCH);
        refused(TODAY.plusDays(367), LocalDate.EPOCH);
        refused(LocalDate.of(9999, 12, 31), LocalDate.EPOCH);
        refused(LocalDate.MAX, LocalDate.EPOCH);
        check(NOW.plus(Duration.ofDays(366)), Instant.EPOCH);
        refused(NOW.plus(Duration.ofDays(366)).plusMillis(1), Instant.EPOCH);
        refused(Instant.parse("9999-01-01T00:00:00Z"), Instant.EPOCH);
    }

    @Test
    @DisplayName("is a natural day or an instant, never both and never neither")
    void one() {
        assertThat(EffectiveFrom.on(TODAY)).hasToString("2026-03-02");
        assertThat(EffectiveFrom.at(NOW)).hasToString("2026-03-02T02:00:00Z");
        assertThat(EffectiveFrom.on(TODAY).start(SHANGHAI)).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
        assertThatThrownBy(() -> new EffectiveFrom(TODAY, NOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EffectiveFrom(null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(LocalDate from, LocalDate last) {
        assertThatThrownBy(() -> check(from, last))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("inForceFrom is " + from)
                .hasMessageContaining("at most 366 days ahead");
    }

    private static void refused(Instant from, Instant last) {
        assertThatThrownBy(() -> check(from, last)).isInstanceOf(InvalidInput.class);
    }
}
