package io.hourglass.dispute.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeId;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.Disputes;
import io.hourglass.dispute.kept.Disputes.Wanted;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.dispute.kept.RestatedNumbers;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.InquiryTerms;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.rate.standing.Crossing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Disputes and what they restated")
class DisputeTablesContractTest {

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

        private static final LocalDate DAY = LocalDate.of(2026, 3, 7);
        private static final SupplierId SUPPLIER = new SupplierId("供应商-1");
        private static final InquiryId INQUIRY = new InquiryId("i");
        private static final Claim REPLIED = new Claim(InquiryFactKind.REPLIED, NOON, AuthorKind.HUMAN, null);

        private final OwnTables tables;
        private final Disputes disputes;
        private static final Wanted ALL = new Wanted(null, null, null);

        private final RestatedNumbers restated;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.disputes = new JdbcDisputes(tables.jdbc(), List.of(InquiryTerms.TERMS));
            this.restated = new JdbcRestatedNumbers(tables.jdbc(), List.of(InquiryTerms.TERMS));
            tables.marketplaceWith(SUPPLIER.value());
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at,
                                received_day, policy_version, reply_due_at)
                            values (?, 'b', ?, 'WEB', ?, ?, ?, 1, ?)""")
                    .params(
                            INQUIRY.value(),
                            SUPPLIER.value(),
                            UtcColumn.of(NOON),
                            UtcColumn.of(NOON),
                            DAY,
                            UtcColumn.of(NOON))
                    .update();
        }

        private Dispute dispute(String id, Claim claim) {
            var state = DisputeState.OPEN;
            return Dispute.builder()
                    .id(new DisputeId(id))
                    .caseId(INQUIRY)
                    .supplier(SUPPLIER)
                    .claim(claim)
                    .evidence("日志")
                    .raisedBy("li.wei")
                    .raisedFor("olga")
                    .raisedAt(NOON)
                    .decideBy(NOON.plusMillis(1))
                    .contested(InquiryState.LATE)
                    .state(state)
                    .build();
        }

        private static RestatedNumber number(LocalDate on, int revision, @Nullable Crossing crossed) {
            return RestatedNumber.builder()
                    .dispute(new DisputeId("d"))
                    .supplier(SUPPLIER)
                    .subject(SUPPLIER.subject())
                    .publishedOn(on)
                    .revision(revision)
                    .timelyBefore(3)
                    .countableBefore(4)
                    .timely(4)
                    .countable(4)
                    .crossed(crossed)
                    .at(NOON)
                    .build();
        }

        @Test
        @DisplayName("a dispute reads as it was written, whatever it claims")
        void roundTrip() {
            var open = dispute("d", REPLIED);
            var correction = dispute("e", new Claim(InquiryFactKind.RETRACTED, null, null, new FactId("f")));
            disputes.add(open);
            disputes.add(correction);
            assertThat(disputes.find(open.id())).contains(open);
            assertThat(disputes.lock(correction.id())).contains(correction);
            assertThat(disputes.find(new DisputeId("none"))).isEmpty();
            assertThat(disputes.of(INQUIRY)).containsExactly(open, correction);
            assertThat(disputes.latest(of(open.supplier(), null, null), 0, 5)).containsExactly(open, correction);
            assertThat(disputes.latest(of(open.supplier(), null, null), 1, 1)).containsExactly(correction);
            assertThat(disputes.latest(of(new SupplierId("nobody"), null, null), 0, 5))
                    .isEmpty();
            assertThatThrownBy(() -> disputes.add(open)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("disputes are found by who raised or decided them")
        void byWhom() {
            var open = dispute("d", REPLIED);
            var other = dispute("e", REPLIED);
            disputes.add(open);
            disputes.add(other);
            disputes.end(open.ended(DisputeState.REFUSED, new Dispute.Decision("ada", NOON, "No.", open.contested())));
            assertThat(disputes.by(List.of("ada", "nobody")))
                    .extracting(Dispute::id)
                    .containsExactly(open.id());
            assertThat(disputes.by(List.of(open.raisedBy())))
                    .extracting(Dispute::id)
                    .containsExactly(open.id(), other.id());
            assertThat(disputes.by(List.of("nobody"))).isEmpty();
        }

        @Test
        @DisplayName("a decision reads as it was written, also one that nobody made")
        void decision() {
            var open = dispute("d", REPLIED);
            disputes.add(open);
            disputes.add(dispute("e", REPLIED));
            var decided = open.ended(
                    DisputeState.RESTATED, new Dispute.Decision("ada", NOON, "It shows.", InquiryState.TIMELY));
            var lapsed = dispute("e", REPLIED)
                    .ended(DisputeState.LAPSED, new Dispute.Decision(null, NOON, null, InquiryState.LATE));
            disputes.end(decided);
            disputes.end(lapsed);
            assertThat(disputes.in(DisputeState.RESTATED, 0, 10)).containsExactly(decided);
            assertThat(disputes.in(DisputeState.LAPSED, 0, 10)).containsExactly(lapsed);
            assertThat(disputes.in(DisputeState.OPEN, 0, 10)).isEmpty();
        }

        @Test
        @DisplayName("those of one state come in pages, the earliest raised first")
        void paged() {
            List.of("b", "a", "c").forEach(id -> disputes.add(dispute(id, REPLIED)));
            assertThat(disputes.in(DisputeState.OPEN, 0, 2))
                    .extracting(one -> one.id().value())
                    .containsExactly("a", "b");
            assertThat(disputes.in(DisputeState.OPEN, 2, 2))
                    .extracting(one -> one.id().value())
                    .containsExactly("c");
        }

        @Test
        @DisplayName("a dispute is held by one at a time")
        void held() {
            disputes.add(dispute("d", REPLIED));
            tables.assertHeldUntilTheTransactionEnds(() -> disputes.lock(new DisputeId("d")));
        }

        @Test
        @DisplayName("several disputes are found by their ids at once")
        void several() {
            var first = dispute("d", REPLIED);
            var second = dispute("e", REPLIED);
            disputes.add(first);
            disputes.add(second);
            assertThat(disputes.find(List.of(first.id(), second.id(), new DisputeId("none"))))
                    .containsOnly(Map.entry(first.id(), first), Map.entry(second.id(), second));
        }

        @Test
        @DisplayName("what was written about an inquiry can be erased; whether there was a reason remains")
        void erased() {
            var open = dispute("d", REPLIED);
            disputes.add(open);
            disputes.add(dispute("e", REPLIED));
            disputes.end(open.ended(DisputeState.REFUSED, new Dispute.Decision("ada", NOON, "No.", InquiryState.LATE)));
            disputes.erase(List.of(new InquiryId("another")));
            assertThat(disputes.of(INQUIRY)).extracting(Dispute::evidence).containsOnly("日志");
            disputes.erase(List.of(INQUIRY));

            assertThat(disputes.of(INQUIRY)).extracting(Dispute::evidence).containsExactly("", "");
            assertThat(disputes.find(open.id()).orElseThrow().decision())
                    .isEqualTo(new Dispute.Decision("ada", NOON, "", InquiryState.LATE));
            assertThat(disputes.find(new DisputeId("e")).orElseThrow().decision())
                    .isNull();
        }

        @Test
        @DisplayName("restated numbers are found by dispute, by supplier and by date, both ends included")
        void restated() {
            disputes.add(dispute("d", REPLIED));
            var first = number(DAY, 2, Crossing.GAINED);
            var second = number(DAY.plusDays(1), 2, null);
            restated.add(List.of(second, first));
            assertThat(restated.of(new DisputeId("d"))).containsExactly(first, second);
            assertThat(restated.of(new DisputeId("none"))).isEmpty();
            assertThat(restated.of(List.of(new DisputeId("d"), new DisputeId("none"))))
                    .containsOnly(Map.entry(new DisputeId("d"), List.of(first, second)));
            assertThat(restated.of(SUPPLIER, DAY, DAY)).containsExactly(first);
            assertThat(restated.of(null, DAY.plusDays(1), DAY.plusDays(1))).containsExactly(second);
            assertThat(restated.of(new SupplierId("other"), DAY, DAY.plusDays(1)))
                    .isEmpty();
            var again = List.of(first);
            assertThatThrownBy(() -> restated.add(again)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName(
                "those that are over are told from the latest decision back, a part at a time, and found by their ids")
        void over() {
            for (var id : List.of("open", "early", "late")) {
                disputes.add(dispute(id, REPLIED));
            }
            var early = dispute("early", REPLIED)
                    .ended(DisputeState.LAPSED, new Dispute.Decision(null, NOON, null, InquiryState.LATE));
            var late = dispute("late", REPLIED)
                    .ended(
                            DisputeState.REFUSED,
                            new Dispute.Decision("ada", NOON.plusMillis(1), "No.", InquiryState.LATE));
            disputes.end(early);
            disputes.end(late);
            assertThat(disputes.ended(ALL, 0, 9)).containsExactly(late, early);
            assertThat(disputes.ended(ALL, 1, 1)).containsExactly(early);
            assertThat(disputes.ended(ALL, 2, 9)).isEmpty();
            assertThat(disputes.find(List.of(early.id(), new DisputeId("none"))))
                    .containsOnly(Map.entry(early.id(), early));
        }

        @Test
        @DisplayName(
                "those raised since an instant are counted by their state, and all that are open; of all or of one supplier")
        void counted() {
            for (var id : List.of("open", "refused")) {
                disputes.add(dispute(id, REPLIED));
            }
            var refused = dispute("refused", REPLIED)
                    .ended(
                            DisputeState.REFUSED,
                            new Dispute.Decision("ada", NOON.plusMillis(1), "No.", InquiryState.LATE));
            disputes.end(refused);
            assertThat(disputes.counted(of(null, null, NOON)))
                    .containsOnly(Map.entry(DisputeState.OPEN, 1), Map.entry(DisputeState.REFUSED, 1));
            assertThat(disputes.counted(of(SUPPLIER, null, NOON.plusMillis(1))))
                    .containsOnly(Map.entry(DisputeState.OPEN, 1));
            assertThat(disputes.counted(of(new SupplierId("other"), null, NOON)))
                    .isEmpty();
            assertThat(disputes.ended(of(null, DisputeState.REFUSED, NOON), 0, 9))
                    .containsExactly(refused);
            assertThat(disputes.ended(of(null, DisputeState.LAPSED, NOON), 0, 9))
                    .isEmpty();
            assertThat(disputes.ended(of(null, DisputeState.REFUSED, NOON.plusMillis(1)), 0, 9))
                    .isEmpty();
            assertThat(disputes.latest(of(SUPPLIER, DisputeState.REFUSED, null), 0, 9))
                    .containsExactly(refused);
        }

        private static Wanted of(@Nullable SupplierId supplier, @Nullable DisputeState state, @Nullable Instant since) {
            return new Wanted(supplier, state, since);
        }

        @Test
        @DisplayName("those of one supplier are found by their ids among its own alone")
        void found() {
            disputes.add(dispute("Case-9", REPLIED));
            assertThat(disputes.found(SUPPLIER, "CASE", 0, 9)).hasSize(1);
            assertThat(disputes.found(null, "case 9", 0, 9)).hasSize(1);
            assertThat(disputes.found(new SupplierId("other"), "case", 0, 9)).isEmpty();
            assertThat(disputes.found(SUPPLIER, "-", 0, 9)).isEmpty();
        }

        @Test
        @DisplayName("restated numbers are told from the latest restatement back, of all or of one supplier")
        void latest() {
            disputes.add(dispute("d", REPLIED));
            disputes.add(dispute("e", REPLIED));
            var before = number(DAY, 2, null);
            var after = RestatedNumber.builder()
                    .dispute(new DisputeId("e"))
                    .supplier(SUPPLIER)
                    .subject(SUPPLIER.subject())
                    .publishedOn(DAY)
                    .revision(3)
                    .timelyBefore(4)
                    .countableBefore(4)
                    .timely(3)
                    .countable(4)
                    .crossed(Crossing.LOST)
                    .at(NOON.plusMillis(1))
                    .build();
            restated.add(List.of(before, after));
            assertThat(restated.latest(numbers(null, null, null), 0, 9)).containsExactly(after, before);
            assertThat(restated.latest(numbers(SUPPLIER, null, null), 1, 1)).containsExactly(before);
            assertThat(restated.latest(numbers(new SupplierId("other"), null, null), 0, 9))
                    .isEmpty();
            assertThat(restated.latest(numbers(null, Crossing.LOST, after.at()), 0, 9))
                    .containsExactly(after);
            assertThat(restated.latest(numbers(null, Crossing.LOST, after.at().plusMillis(1)), 0, 9))
                    .isEmpty();
            assertThat(restated.crossed(numbers(SUPPLIER, null, after.at()))).containsOnly(Map.entry(Crossing.LOST, 1));
            assertThat(restated.crossed(numbers(new SupplierId("other"), null, after.at())))
                    .isEmpty();
        }

        private static RestatedNumbers.Wanted numbers(
                @Nullable SupplierId supplier, @Nullable Crossing crossed, @Nullable Instant since) {
            return new RestatedNumbers.Wanted(supplier, crossed, since);
        }
    }
}
