package io.hourglass.inquiry.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.bpmn.ReferralNodes;
import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.ProcessTimer;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The record of timers")
class TimerFiringsContractTest {

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

        private static final InquiryId INQUIRY = new InquiryId("2026-03-02");

        private final OwnTables tables;

        Contract(OwnTables tables) {
            this.tables = tables;
        }

        private void fired(String process, String timer, String key, Instant firedAt) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.timer_firing (process, timer, business_key, due_at, fired_at)
                            values (?, ?, ?, ?, ?)""")
                    .params(process, timer, key, UtcColumn.of(NOON), UtcColumn.of(firedAt))
                    .update();
        }

        @Test
        @DisplayName("gives an inquiry's in the order in which they fired, and no day's that has its id for a name")
        void ofInquiry() {
            fired("referral", ReferralNodes.CHOICE_EXPIRED, INQUIRY.value(), NOON.plusMillis(5));
            fired("inquiry", InquiryNodes.REPLY_DEADLINE_PASSED, INQUIRY.value(), NOON.plusMillis(1));
            fired("dayClose", DayCloseNodes.BOOKS_CLOSE, INQUIRY.value(), NOON);
            fired("inquiry", InquiryNodes.REPLY_DEADLINE_PASSED, "other", NOON);

            var found = new JdbcTimerFirings(tables.jdbc()).of(INQUIRY);
            assertThat(found)
                    .containsExactly(
                            ProcessTimer.fired(
                                    new ProcessNode("inquiry", InquiryNodes.REPLY_DEADLINE_PASSED),
                                    NOON,
                                    NOON.plusMillis(1)),
                            ProcessTimer.fired(
                                    new ProcessNode("referral", ReferralNodes.CHOICE_EXPIRED),
                                    NOON,
                                    NOON.plusMillis(5)));
            assertThat(found).first().extracting(ProcessTimer::lateness).isEqualTo(Duration.ofMillis(1));
        }
    }
}
