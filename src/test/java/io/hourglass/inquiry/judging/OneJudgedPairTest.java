package io.hourglass.inquiry.judging;

import static io.hourglass.CountedStatements.statementsIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mockStatic;

import io.hourglass.CountedStatements;
import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.lists.SupplierCases;
import io.hourglass.inquiry.lists.SupplierCases.Asked;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.PageQuery;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@HourglassTest
@TestPropertySource(properties = "camunda.bpm.history-level=none")
@DisplayName("A pair is judged together")
class OneJudgedPairTest {

    private static final int FEW = 3;
    private static final int MANY = 60;

    @Autowired
    private CountedStatements counted;

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private RecordFact record;

    @Autowired
    private SupplierCases suppliersCases;

    @Autowired
    private InquiryFiles files;

    private int sent;

    /** The day is open, and the engine has read its model. */
    @BeforeEach
    void warm() {
        marketplace.inquiry("warm", new BuyerId("warm"), Marketplace.SUPPLIER, marketplace.now(), null);
        record("warm", "warm-reply", InquiryFactKind.REPLIED);
    }

    @Test
    @DisplayName(
            "at the intake of one more inquiry: by as many statements however many it has that day, each judged once")
    void intake() {
        send(FEW);
        var few = statementsIn(counted.during(() -> send(1)));
        send(MANY);
        var judged = judgedIn(
                () -> assertThat(statementsIn(counted.during(() -> send(1)))).isEqualTo(few));
        assertThat(judged).hasSize(sent).allSatisfy((inquiry, times) -> assertThat(times)
                .isOne());
    }

    @ParameterizedTest
    @EnumSource(
            value = InquiryFactKind.class,
            names = {"REPLIED", "REJECTED", "SPAM_REPORTED", "WITHDRAWN", "ALTERNATIVES_REQUESTED"})
    @DisplayName("once for each fact, also where it ends a process")
    void fact(InquiryFactKind kind) {
        send(FEW);
        var judged = judgedIn(() -> record("q-2", "f", kind));
        assertThat(judged).hasSize(FEW).allSatisfy((inquiry, times) -> assertThat(times)
                .isOne());
    }

    @ParameterizedTest
    @EnumSource(
            value = InquiryFactKind.class,
            names = {"REPLIED", "REJECTED", "WITHDRAWN"})
    @DisplayName("once for each fact, also where others of the pair stand otherwise since")
    void anchorsFact(InquiryFactKind kind) {
        send(FEW);
        record("q-3", "r", InquiryFactKind.REPLIED);
        var judged = judgedIn(() -> record("q-1", "f", kind));
        assertThat(judged).hasSize(FEW).allSatisfy((inquiry, times) -> assertThat(times)
                .isOne());
    }

    @Test
    @DisplayName("when a deadline fires only for the inquiry itself, and once")
    void deadline() {
        send(FEW);
        marketplace.pass(Duration.ofHours(2));
        send(1);
        marketplace.pass(Duration.ofHours(71));
        var judged = judgedIn(() -> marketplace.pass(Duration.ofHours(1)));
        assertThat(judged).containsExactly(Map.entry(new InquiryId("q-4"), 1));
    }

    @Test
    @DisplayName("for its supplier's list, and for the file of one of its inquiries")
    void reading() {
        send(MANY);
        var listed = judgedIn(() ->
                suppliersCases.of(new Asked(Marketplace.SUPPLIER, null, null, null, null), new PageQuery(0, 500)));
        assertThat(listed).hasSize(MANY + 1).allSatisfy((inquiry, times) -> assertThat(times)
                .isOne());
        var opened = judgedIn(() -> files.open(new InquiryId("q-1")));
        assertThat(opened).hasSize(MANY).allSatisfy((inquiry, times) -> assertThat(times)
                .isOne());
    }

    @Test
    @DisplayName("for an inquiry's file by as many statements however many facts it has")
    void file() {
        send(FEW);
        record("q-1", "r-0", InquiryFactKind.REPLIED);
        var few = statementsIn(counted.during(() -> files.open(new InquiryId("q-1"))));
        for (var number = 1; number < MANY; number++) {
            record("q-1", "r-" + number, InquiryFactKind.REPLIED);
        }
        assertThat(statementsIn(counted.during(() -> files.open(new InquiryId("q-1")))))
                .isEqualTo(few);
    }

    private void send(int count) {
        for (var number = 0; number < count; number++) {
            sent++;
            marketplace.inquiry("q-" + sent);
        }
    }

    private void record(String inquiry, String id, InquiryFactKind kind) {
        record.record(FactReport.builder()
                .id(new FactId(id))
                .inquiry(new InquiryId(inquiry))
                .kind(kind)
                .author(author(kind))
                .channel(Channel.WEB)
                .build());
    }

    private static @Nullable AuthorKind author(InquiryFactKind kind) {
        return kind == InquiryFactKind.REPLIED ? AuthorKind.HUMAN : null;
    }

    /** How often each inquiry is judged. */
    private static Map<InquiryId, Integer> judgedIn(Runnable work) {
        var times = new HashMap<InquiryId, Integer>();
        try (var judge = mockStatic(Judge.class, CALLS_REAL_METHODS)) {
            judge.when(() -> Judge.judge(any(), any())).thenAnswer(asked -> {
                CaseFile file = asked.getArgument(0);
                times.merge(file.id(), 1, Integer::sum);
                return asked.callRealMethod();
            });
            work.run();
        }
        return times;
    }
}
