package io.hourglass.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.audit.seals.SealedDay;
import io.hourglass.batch.Transactions;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.kernel.tracks.TrackDay;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HourglassTest
@DisplayName("To seal a day")
class SealingCountTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int INQUIRIES = 12_000;

    @Autowired
    private CountedStatements counted;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("of 12,000 inquiries takes at most 28 round trips to the database: it asks for thousands at once")
    void roundTrips() {
        aDayOf(INQUIRIES);
        var day = new SealedDay(
                TrackDay.ofInquiries(MONDAY), MONDAY, CleanSlate.START.plus(Duration.ofDays(5)), MONDAY.plusDays(5));

        var sent = counted.during(() -> transactions.inOne(() -> ledger.seal(day)));

        assertThat(ledger.find(TrackDay.ofInquiries(MONDAY)).orElseThrow().entries())
                .isEqualTo(2 + 3 * INQUIRIES);
        assertThat(sent).hasSizeLessThanOrEqualTo(28);
    }

    /** A hundred buyers; each inquiry has a fact and a verdict. */
    private void aDayOf(int inquiries) {
        var at = UtcColumn.of(CleanSlate.START);
        jdbc.sql("insert into hourglass.supplier (id, first_seen_at) values ('s', ?)")
                .param(at)
                .update();
        jdbc.sql(
                        """
                        insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at,
                            received_day, policy_version, reply_due_at)
                        select 'i-' || x, 'b-' || mod(x, 100), 's', 'WEB', ?, ?, ?, 1, ? from system_range(1, ?)""")
                .params(at, at, MONDAY, at, inquiries)
                .update();
        jdbc.sql(
                        """
                        insert into hourglass.fact (id, track, case_id, kind, actor, channel, occurred_at, recorded_at, textless,
                            late, content_hash)
                        select id, 'INQUIRY', id, 'RECEIVED', buyer, 'WEB', received_at, recorded_at, false, false, 'h'
                        from hourglass.inquiry""")
                .update();
        jdbc.sql(
                        """
                        insert into hourglass.verdict_entry (track, case_id, seq, subject, received_day, state, rule,
                            policy_version, cause, cause_ref, booked_at)
                        select 'INQUIRY', id, 1, supplier, received_day, 'UNANSWERED', 'NO_COUNTING_REPLY', 1, 'DEADLINE', 'd', ?
                        from hourglass.inquiry""")
                .param(at)
                .update();
    }
}
