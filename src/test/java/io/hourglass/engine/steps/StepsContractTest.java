package io.hourglass.engine.steps;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.batch.processes.RecordedSteps.Step;
import io.hourglass.bpmn.DayCloseNodes;
import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.bpmn.ReferralNodes;
import io.hourglass.engine.SettableClock;
import io.hourglass.engine.steps.NodeNumbers.Node;
import java.time.Instant;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The record of steps")
class StepsContractTest {

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

        private static final int CASES_A_DAY = 3000;
        private static final int DAYS = 12;
        private static final int GROUP = 50;

        OnPostgres() {
            super(OwnTables.onPostgres());
        }

        /** Of three cases begun on a day two are answered the day after; one is not, and its offer expires. */
        private int wakesOn(int day) {
            return wake(
                            day,
                            number -> true,
                            InquiryNodes.INQUIRY_RECEIVED,
                            InquiryNodes.SCREEN_INQUIRY,
                            InquiryNodes.KEEP_CASE_OPEN)
                    + wake(day - 1, number -> number % 3 != 0, InquiryNodes.ANSWERED)
                    + wake(
                            day - 3,
                            number -> number % 3 == 0,
                            InquiryNodes.REPLY_DEADLINE_PASSED,
                            InquiryNodes.TELL_BUYER,
                            InquiryNodes.BUYER_TOLD)
                    + wake(day - 4, number -> number % 3 == 0, InquiryNodes.OFFER_EXPIRED, InquiryNodes.LEFT_UNSERVED);
        }

        private int wake(int begunOn, IntPredicate which, String... nodes) {
            var cases = IntStream.range(0, begunOn < 0 ? 0 : CASES_A_DAY)
                    .filter(which)
                    .mapToObj(number -> "case-" + begunOn + "-" + number)
                    .toList();
            for (var from = 0; from < cases.size(); from += GROUP) {
                var group = cases.subList(from, Math.min(cases.size(), from + GROUP));
                together(() -> group.forEach(
                        key -> Stream.of(nodes).forEach(node -> record.add(key, new Node("inquiry", node), false))));
            }
            return cases.size();
        }

        @Test
        @DisplayName("takes at most 60 bytes a wake, its index and what is not vacuumed yet included")
        void size() {
            var wakes = IntStream.range(0, DAYS).map(this::wakesOn).sum();
            var bytes = tables.jdbc()
                    .sql("select pg_total_relation_size('hourglass.process_path')")
                    .query(Long.class)
                    .single();
            assertThat(bytes / wakes).isLessThanOrEqualTo(60);
        }
    }

    abstract static class Contract {

        private static final Node BEGUN = new Node("inquiry", InquiryNodes.INQUIRY_RECEIVED);
        private static final Node WAIT = new Node("inquiry", InquiryNodes.KEEP_CASE_OPEN);
        private static final Node RANKED = new Node("referral", ReferralNodes.RANK_CANDIDATES);
        private static final Node CLOSE = new Node("dayClose", DayCloseNodes.BOOKS_CLOSE);
        private static final Set<String> OF_INQUIRIES = Set.of("inquiry", "referral");

        final OwnTables tables;
        final StepRecord record;
        private final SettableClock clock = new SettableClock();

        Contract(OwnTables tables) {
            this.tables = tables;
            this.record = record();
            clock.set(NOON);
        }

        private StepRecord record() {
            var numbers = new NodeNumbers(tables.jdbc(), tables.manager());
            return new StepRecord(tables.rows(), numbers, tables.jdbc(), clock);
        }

        void together(Runnable moves) {
            tables.inTransaction(() -> {
                moves.run();
                return true;
            });
        }

        private static Step step(Node node, Instant at) {
            return new Step(node.process(), node.id(), at, false);
        }

        @Test
        @DisplayName("has the steps of one key in the order in which they were taken, whatever the clocks said")
        void order() {
            together(() -> {
                record.add("i", BEGUN, false);
                record.add("other", BEGUN, false);
                record.add("i", WAIT, false);
            });
            clock.set(NOON.minusMillis(1));
            together(() -> record.add("i", RANKED, false));
            assertThat(record.of("i", OF_INQUIRIES))
                    .containsExactly(step(BEGUN, NOON), step(WAIT, NOON), step(RANKED, NOON.minusMillis(1)));
            assertThat(record.of("other", OF_INQUIRIES)).containsExactly(step(BEGUN, NOON));
            assertThat(record.of("nobody", OF_INQUIRIES)).isEmpty();
        }

        @Test
        @DisplayName("gives those of the models that are asked for: a day's close may have an inquiry's id for its key")
        void models() {
            together(() -> record.add("2026-03-02", BEGUN, false));
            together(() -> record.add("2026-03-02", CLOSE, false));
            assertThat(record.of("2026-03-02", OF_INQUIRIES)).containsExactly(step(BEGUN, NOON));
            assertThat(record.of("2026-03-02", Set.of("dayClose"))).containsExactly(step(CLOSE, NOON));
        }

        @Test
        @DisplayName("says of a token that it was taken away")
        void takenAway() {
            together(() -> record.add("i", WAIT, true));
            assertThat(record.of("i", OF_INQUIRIES)).singleElement().matches(Step::takenAway);
        }

        @Test
        @DisplayName("has nothing of a transaction that is taken back, and once what is tried again")
        void takenBack() {
            assertThatThrownBy(() -> together(() -> {
                        record.add("i", BEGUN, false);
                        throw new IllegalStateException("overtaken");
                    }))
                    .hasMessage("overtaken");
            assertThat(record.of("i", OF_INQUIRIES)).isEmpty();
            together(() -> record.add("i", BEGUN, false));
            assertThat(record.of("i", OF_INQUIRIES)).containsExactly(step(BEGUN, NOON));
        }

        @Test
        @DisplayName("is read by a node of the cluster that never saw the model")
        void elsewhere() {
            var further = new Node("later", "StepOf" + System.nanoTime());
            together(() -> record.add("i", further, false));
            assertThat(record().of("i", Set.of("later"))).containsExactly(step(further, NOON));
        }

        @Test
        @DisplayName("is one row for each key, however often it is woken")
        void rows() {
            for (var wake = 0; wake < 5; wake++) {
                together(() -> record.add("i", WAIT, false));
            }
            assertThat(tables.rowsOf("process_path")).isEqualTo(1);
            assertThat(record.of("i", OF_INQUIRIES)).hasSize(5);
        }

        @Test
        @DisplayName("is whole in a database that was never without it")
        void whole() {
            assertThat(record.unrecordedUntil()).isEmpty();
        }
    }
}
