package io.hourglass.dispute;

import static io.hourglass.CleanSlate.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.Rivals;
import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Role;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.rate.books.VerdictEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("Of auditors who decide a dispute at the same moment")
abstract class RivalDecisionsTest {

    private static final int AUDITORS = 4;
    private static final int ROUNDS = 5;

    /** The start of 7 March in Shanghai, when the books of 2 March close. */
    private static final Instant CLOSE = Instant.parse("2026-03-06T16:00:00Z");

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RaiseDispute raise;

    @Autowired
    private DecideDispute decide;

    @Autowired
    private Disputes disputes;

    @Autowired
    private RestatedNumbers restated;

    @Autowired
    private VerdictEntries entries;

    @RepeatedTest(ROUNDS)
    @DisplayName("one does, and the others are told that it is decided")
    void oneDecides() {
        var inquiry = marketplace.inquiry("i");
        marketplace.passTo(CLOSE);
        var id = new DisputeId("d");
        var claim = new Claim(InquiryFactKind.REPLIED, START.plus(Duration.ofHours(2)), AuthorKind.HUMAN, null);
        raise.raise(new RaiseDispute.Raised(id, inquiry, claim, "A log.", "li.wei"));

        var answers = Rivals.crowd(AUDITORS, number -> decisionOf("auditor-" + number, id));

        assertThat(answers).hasSize(AUDITORS).containsOnly("RESTATED", "DECIDED");
        assertThat(Collections.frequency(answers, "RESTATED")).isEqualTo(1);
        assertThat(disputes.find(id).orElseThrow().state()).isEqualTo(DisputeState.RESTATED);
        assertThat(entries.historyOf(inquiry)).hasSize(2);
        assertThat(restated.of(id)).hasSize(1);
    }

    /** What the dispute became, or why the decision was refused. */
    private String decisionOf(String name, DisputeId id) {
        var auditor = new Caller(name, Set.of(Role.AUDITOR), Set.of(), null, null);
        try {
            return decide.decide(new DecideDispute.Decided(id, true, "It shows.", auditor))
                    .state()
                    .name();
        } catch (DisputeRefused refused) {
            return refused.reason().name();
        }
    }

    @HourglassTest
    @DisplayName("on H2")
    static class OnH2 extends RivalDecisionsTest {}

    @HourglassTest
    @io.hourglass.OnPostgres
    @DisplayName("on PostgreSQL")
    static class OnPostgres extends RivalDecisionsTest {}
}
