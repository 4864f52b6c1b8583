package io.hourglass.inquiry.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.CleanSlate;
import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.Rivals;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.engine.DueTimers;
import io.hourglass.engine.SettableClock;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.intake.SubmitInquiry.Receipt;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.judging.PairSnapshot;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.rate.books.VerdictEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens at the same moment, truly: real threads, and a real database below. */
@HourglassTest
abstract class Races {

    private static final int ROUNDS = 60;
    private static final int CROWD = 8;
    private static final Instant DEADLINE = CleanSlate.START.plus(Duration.ofDays(3));

    @Autowired
    private SubmitInquiry submit;

    @Autowired
    private RecordFact record;

    @Autowired
    private Inquiries inquiries;

    @Autowired
    private Facts facts;

    @Autowired
    private VerdictEntries entries;

    @Autowired
    private BookDays days;

    @Autowired
    private Policies policies;

    @Autowired
    private Processes processes;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ManagementService management;

    @Autowired
    private DueTimers timers;

    @ParameterizedTest(name = "reply {0} ms after the deadline")
    @ValueSource(longs = {0, 1})
    @DisplayName(
            "a reply and a timer at one moment end in the verdict that the facts give, in one end, and in no exception")
    void replyAgainstTimer(long after) {
        var cases = IntStream.range(0, ROUNDS)
                .mapToObj(round -> submit.submit(submission("i-" + round, "buyer-" + round, CleanSlate.START)))
                .map(Receipt::inquiry)
                .toList();
        clock.set(DEADLINE.plusMillis(1));
        for (int round = 0; round < ROUNDS; round++) {
            var id = cases.get(round);
            var job = management
                    .createJobQuery()
                    .processInstanceId(processes.of(id).getId())
                    .singleResult()
                    .getId();
            Rivals.race(
                    round,
                    () -> record.record(reply("r-" + id, id, DEADLINE.plusMillis(after))),
                    () -> timers.fire(job));
        }

        var expected = after == 0 ? InquiryState.TIMELY : InquiryState.LATE;
        assertThat(cases).allSatisfy(id -> {
            assertThat(purely(id).state()).isEqualTo(expected);
            assertThat(entries.historyOf(id)).last().satisfies(last -> assertSays(last, purely(id)));
            assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.ANSWERED);
            assertThat(processes.of(id)).isNull();
        });
    }

    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("of one fact that is sent many times at once one is new, and the others are the same again")
    void sameFact(int round) {
        var id = submit.submit(submission("i", "buyer", CleanSlate.START)).inquiry();
        var report = reply("r-" + round, id, clock.instant());
        var answers = Rivals.crowd(CROWD, number -> record.record(report));

        assertThat(answers).filteredOn(Recorded::isNew).hasSize(1);
        assertThat(answers)
                .extracting(Recorded::fact)
                .containsOnly(answers.get(0).fact());
        assertThat(facts.toldOf(id)).hasSize(2);
        assertThat(entries.historyOf(id)).hasSize(1);
        assertThat(processes.outcomesOf(id)).containsExactly(InquiryNodes.ANSWERED);
    }

    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("of one inquiry that is submitted many times at once one is new, with one process")
    void sameInquiry(int round) {
        var submission = submission("i-" + round, "buyer", CleanSlate.START);
        var receipts = Rivals.crowd(CROWD, number -> submit.submit(submission));

        assertThat(receipts).filteredOn(Receipt::isNew).hasSize(1);
        assertThat(inquiries.count()).isEqualTo(1);
        assertThat(facts.toldOf(submission.id())).hasSize(1);
        assertThat(processes.of(submission.id())).isNotNull();
        assertThat(processes.daysWithAClose()).hasSize(1);
    }

    @ParameterizedTest(name = "round {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("a new day that many inquiries open at once is opened once, with one close")
    void newDay(int round) {
        var receipts = Rivals.crowd(
                CROWD,
                number -> submit.submit(submission("i-" + round + "-" + number, "b-" + number, CleanSlate.START)));

        assertThat(receipts).allMatch(Receipt::isNew);
        assertThat(inquiries.count()).isEqualTo(CROWD);
        assertThat(days.latest(Track.INQUIRY, CROWD)).hasSize(1);
        assertThat(processes.daysWithAClose()).hasSize(1);
    }

    @Test
    @DisplayName("different days that are opened at once leave no hole and no day with two closes")
    void newDays() {
        clock.set(CleanSlate.START.plus(Duration.ofDays(4)));
        Rivals.crowd(
                5,
                number -> submit.submit(
                        submission("i-" + number, "b-" + number, CleanSlate.START.plus(Duration.ofDays(number)))));

        assertThat(days.latest(Track.INQUIRY, CROWD)).hasSize(5);
        assertThat(processes.daysWithAClose()).hasSize(5).doesNotHaveDuplicates();
    }

    private Judgement purely(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow();
        var file = CaseFile.builder(inquiry.receivedAt(), policies.version(inquiry.policyVersion()))
                .id(id)
                .recordedAt(inquiry.recordedAt())
                .facts(facts.of(List.of(id)).getOrDefault(id, List.of()))
                .build();
        return PairSnapshot.of(List.of(file)).judged(clock.instant()).judgement(id);
    }

    private static void assertSays(VerdictEntry entry, Judgement judgement) {
        assertThat(entry.state()).isEqualTo(judgement.state());
        assertThat(entry.rule()).isEqualTo(judgement.rule());
        assertThat(entry.decidingFact()).isEqualTo(judgement.decidingFact());
    }

    private static FactReport reply(String id, InquiryId inquiry, Instant at) {
        return FactReport.builder()
                .id(new FactId(id))
                .inquiry(inquiry)
                .kind(InquiryFactKind.REPLIED)
                .author(AuthorKind.HUMAN)
                .channel(Channel.WEB)
                .occurredAt(at)
                .build();
    }

    private static Submission submission(String id, String buyer, Instant at) {
        return Submission.builder()
                .id(new InquiryId(id))
                .buyer(new BuyerId(buyer))
                .supplier(Marketplace.SUPPLIER)
                .channel(Channel.WEB)
                .receivedAt(at)
                .build();
    }
}
