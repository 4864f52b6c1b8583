package io.hourglass.operations.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.operations.Meters.Lateness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The pulse of the system")
class MetersContractTest {

    @Nested
    @DisplayName("on H2")
    class OnH2 extends Contract {
        OnH2() {
            super(OwnTables.onH2());
        }
    }

    @Nested
    @DisplayName("on PostgreSQL")
    class OnPostgres extends Contract {
        OnPostgres() {
            super(OwnTables.onPostgres());
        }
    }

    abstract static class Contract {

        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
        private static final Instant HOUR = NOON.truncatedTo(ChronoUnit.HOURS);

        private final OwnTables tables;
        private final JdbcPulse pulse;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.pulse = new JdbcPulse(tables.jdbc());
        }

        private void entry(String inquiry, int seq, InquiryState state, LocalDate day, Instant at) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.verdict_entry (track, case_id, seq, subject, received_day, state, rule,
                                policy_version, cause, cause_ref, booked_at)
                            values ('INQUIRY', ?, ?, 's', ?, ?, 'UNANSWERED', 1, 'DEADLINE', 'x', ?)""")
                    .params(inquiry, seq, day, state.name(), UtcColumn.of(at))
                    .update();
        }

        private void received(String inquiry, Instant at) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at,
                                received_day, policy_version, reply_due_at)
                            values (?, 'b', 's', 'WEB', ?, ?, ?, 1, ?)""")
                    .params(inquiry, UtcColumn.of(at), UtcColumn.of(at), DAY, UtcColumn.of(at))
                    .update();
        }

        private void fired(Duration lateness, Instant at) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.timer_firing (process, timer, business_key, due_at, fired_at)
                            values ('inquiry', ?, 'i', ?, ?)""")
                    .params(InquiryNodes.REPLY_DEADLINE_PASSED, UtcColumn.of(at.minus(lateness)), UtcColumn.of(at))
                    .update();
        }

        @Test
        @DisplayName(
                "counts an inquiry's verdict once, as it stands last, from the instant on and of the days asked for")
        void verdicts() {
            entry("changed", 1, InquiryState.UNANSWERED, DAY, NOON);
            entry("changed", 2, InquiryState.LATE, DAY, NOON.plusMillis(1));
            entry("at the instant", 1, InquiryState.TIMELY, DAY, NOON);
            entry("before", 1, InquiryState.TIMELY, DAY, NOON.minusMillis(1));
            entry("of an earlier day", 1, InquiryState.TIMELY, DAY.minusDays(1), NOON);
            assertThat(pulse.verdictsSince(NOON, DAY))
                    .isEqualTo(Map.of(InquiryState.LATE, 1L, InquiryState.TIMELY, 1L));
        }

        @Test
        @DisplayName("counts inquiries by the hour in which they were received")
        void intake() {
            tables.marketplaceWith("s");
            received("at the hour", HOUR);
            received("at its end", HOUR.plus(1, ChronoUnit.HOURS).minusMillis(1));
            received("in the next", HOUR.plus(1, ChronoUnit.HOURS));
            received("before", HOUR.minusMillis(1));
            assertThat(pulse.intakeSince(HOUR, DAY)).isEqualTo(Map.of(HOUR, 2L, HOUR.plus(1, ChronoUnit.HOURS), 1L));
        }

        @Test
        @DisplayName("tells how late timers fired: half of them, all but one in a hundred, and the latest")
        void lateness() {
            fired(Duration.ofDays(1), NOON.minusMillis(1));
            for (var millis = 1; millis <= 200; millis++) {
                fired(Duration.ofMillis(millis), NOON);
            }
            assertThat(pulse.latenessSince(NOON))
                    .isEqualTo(
                            new Lateness(200, Duration.ofMillis(100), Duration.ofMillis(198), Duration.ofMillis(200)));
        }

        @Test
        @DisplayName("counts a timer that was fired early as not late at all")
        void early() {
            fired(Duration.ofHours(-10), NOON);
            fired(Duration.ZERO, NOON);
            fired(Duration.ofMillis(1), NOON);
            assertThat(pulse.latenessSince(NOON))
                    .isEqualTo(new Lateness(3, Duration.ZERO, Duration.ofMillis(1), Duration.ofMillis(1)));
        }

        @Test
        @DisplayName("claims no lateness where nothing fired")
        void nothing() {
            assertThat(pulse.latenessSince(NOON)).isEqualTo(new Lateness(0, null, null, null));
        }
    }
}
