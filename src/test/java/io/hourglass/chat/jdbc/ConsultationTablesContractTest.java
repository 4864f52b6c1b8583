package io.hourglass.chat.jdbc;

import static io.hourglass.OwnTables.NOON;
import static io.hourglass.chat.jdbc.ChatTables.ANNA;
import static io.hourglass.chat.jdbc.ChatTables.BEN;
import static io.hourglass.chat.jdbc.ChatTables.BUYER;
import static io.hourglass.chat.jdbc.ChatTables.DAY;
import static io.hourglass.chat.jdbc.ChatTables.OTHER_SHOP;
import static io.hourglass.chat.jdbc.ChatTables.SHOP;
import static io.hourglass.chat.jdbc.ChatTables.consultation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.consultations.MarkedBuyer;
import io.hourglass.chat.consultations.MarkedBuyers;
import io.hourglass.kernel.ids.BuyerId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

@DisplayName("Consultations and marked buyers")
class ConsultationTablesContractTest {

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

        private static final BuyerId OTHER = new BuyerId("other");

        private final OwnTables tables;
        private final ChatTables chat;
        private final Consultations consultations;
        private final MarkedBuyers marked;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.chat = new ChatTables(tables);
            this.consultations = new JdbcConsultations(tables.template(), tables.rows());
            this.marked = new JdbcMarkedBuyers(tables.jdbc(), tables.rows());
        }

        @Test
        @DisplayName("a consultation reads as it was written, opened or not, to the millisecond, and is written once")
        void roundTrip() {
            var opened = chat.kept(consultation("c-é"));
            var unopened = chat.kept(consultation("d").withOpenedAt(null).withRecordedAt(null));
            assertThat(consultations.find(opened.id())).contains(opened);
            assertThat(consultations.find(unopened.id())).contains(unopened);
            assertThat(consultations.find(new ConsultationId("c-e"))).isEmpty();
            assertThat(consultations.find(List.of(opened.id(), unopened.id(), new ConsultationId("none"))))
                    .containsExactlyInAnyOrder(opened, unopened);
            assertThat(consultations.find(List.of())).isEmpty();
            assertThat(consultations.count()).isEqualTo(1);
            assertThatThrownBy(() -> consultations.add(opened)).isInstanceOf(DuplicateKeyException.class);
        }

        @Test
        @DisplayName("one that was opened later, or earlier than was known, reads as it is now")
        void opened() {
            var before = chat.kept(consultation("c").withOpenedAt(null).withRecordedAt(null));
            chat.kept(consultation("d"));
            var opened = before.withOpenedAt(NOON).withRecordedAt(NOON.plusMillis(7));
            consultations.opened(opened);
            assertThat(consultations.find(opened.id())).contains(opened);
            var earlier = opened.withOpenedAt(NOON.minusMillis(1));
            consultations.opened(earlier);
            assertThat(consultations.find(opened.id())).contains(earlier);
            assertThat(consultations.find(new ConsultationId("d"))).contains(consultation("d"));
        }

        @Test
        @DisplayName("within a transaction what was added or opened in it is what is held")
        void ownWrites() {
            var added = consultation("c").withOpenedAt(null).withRecordedAt(null);
            var opened = consultation("c");
            tables.inTransaction(() -> {
                assertThat(consultations.lock(added.id())).isEmpty();
                consultations.add(added);
                assertThat(consultations.lock(added.id())).contains(added);
                consultations.opened(opened);
                assertThat(consultations.lock(List.of(added.id(), new ConsultationId("none"))))
                        .containsOnly(Map.entry(opened.id(), opened));
                return true;
            });
            assertThat(consultations.find(added.id())).contains(opened);
        }

        @Test
        @DisplayName("a consultation is held by one at a time, and holds no other")
        void held() {
            var one = chat.kept(consultation("c")).id();
            var other = chat.kept(consultation("d")).id();
            tables.assertHeldUntilTheTransactionEnds(() -> consultations.lock(one));
            tables.assertHeldUntilTheTransactionEnds(() -> consultations.lock(List.of(one, other)));
            tables.assertFreeWhileHeld(() -> consultations.lock(one), () -> consultations.lock(other));
            tables.assertFreeWhileHeld(() -> consultations.lock(one), () -> consultations.find(one));
        }

        @Test
        @DisplayName("they are found by day, and by account, shop or buyer within days, both ends included")
        void ranges() {
            var early = chat.kept(consultation("c"));
            var late = chat.kept(consultation("d").withDay(DAY.plusDays(1)));
            var elsewhere = chat.kept(consultation("e", OTHER).withAccount(BEN).withShop(OTHER_SHOP));

            assertThat(consultations.on(DAY)).containsExactlyInAnyOrder(early, elsewhere);
            assertThat(consultations.on(DAY.minusDays(1))).isEmpty();
            assertThat(consultations.ofAccount(ANNA, DAY, DAY.plusDays(1))).containsExactlyInAnyOrder(early, late);
            assertThat(consultations.ofAccount(ANNA, DAY.plusDays(1), DAY.plusDays(9)))
                    .containsExactly(late);
            assertThat(consultations.ofShop(SHOP, DAY.minusDays(9), DAY)).containsExactly(early);
            assertThat(consultations.ofShop(OTHER_SHOP, DAY, DAY)).containsExactly(elsewhere);
            assertThat(consultations.ofBuyer(BUYER, DAY, DAY.plusDays(1))).containsExactlyInAnyOrder(early, late);
            assertThat(consultations.ofBuyer(OTHER, DAY.plusDays(1), DAY.plusDays(1)))
                    .isEmpty();
        }

        @Test
        @DisplayName("of a buyer the cases are told in the order of their ids, those of marks among them")
        void ofBuyer() {
            chat.kept(consultation("2026-03-02.b"));
            chat.kept(consultation("2026-03-02.a"));
            chat.kept(consultation("2026-03-01.z", OTHER));
            marked.add(new MarkedBuyer(new ConsultationId("marks.a"), BUYER, null));
            assertThat(consultations.of(BUYER))
                    .extracting(ConsultationId::value)
                    .containsExactly("2026-03-02.a", "2026-03-02.b", "marks.a");
            assertThat(consultations.of(new BuyerId("nobody"))).isEmpty();
        }

        @Test
        @DisplayName(
                "buyers are found by a part of their ids in whatever case, each once, a part of the list at a time")
        void buyersWith() {
            for (var buyer : List.of("Gu-1", "gu_2", "other", "xGU%")) {
                chat.kept(consultation("c-" + buyer.length() + buyer.charAt(0), new BuyerId(buyer)));
            }
            chat.kept(consultation("again", new BuyerId("gu_2")));
            assertThat(consultations.buyersWith("gu", 0, 9))
                    .extracting(BuyerId::value)
                    .containsExactlyInAnyOrder("Gu-1", "gu_2", "xGU%");
            var parts = IntStream.range(0, 4)
                    .mapToObj(offset -> consultations.buyersWith("gu", offset, 1))
                    .flatMap(List::stream)
                    .toList();
            assertThat(parts).isEqualTo(consultations.buyersWith("gu", 0, 9));
            assertThat(consultations.buyersWith("u%", 0, 9))
                    .extracting(BuyerId::value)
                    .containsExactly("xGU%");
            assertThat(consultations.buyersWith("u_1", 0, 9)).isEmpty();
        }

        @Test
        @DisplayName("another id stands for a buyer from then on, with all that is kept of it, and for nobody else")
        void renamed() {
            var replacement = new BuyerId(":erased");
            var mine = chat.kept(consultation("c"));
            var others = chat.kept(consultation("d", OTHER));
            var mark = new MarkedBuyer(new ConsultationId("marks.a"), BUYER, SHOP);
            marked.add(mark);
            consultations.rename(BUYER, replacement);

            assertThat(consultations.find(mine.id())).contains(mine.withBuyer(replacement));
            assertThat(consultations.find(others.id())).contains(others);
            assertThat(consultations.of(BUYER)).isEmpty();
            assertThat(marked.find(mark.id())).contains(new MarkedBuyer(mark.id(), replacement, SHOP));
        }

        @Test
        @DisplayName("a renamed buyer that was an account of the same shop stays known as one since then, in that shop")
        void renamedColleague() {
            var anna = new BuyerId(ANNA.value());
            var own = chat.kept(consultation("c", anna));
            var elsewhere = chat.kept(consultation("d", anna).withAccount(BEN).withShop(OTHER_SHOP));
            consultations.rename(anna, new BuyerId(":erased"));
            assertThat(consultations.find(own.id()))
                    .get()
                    .extracting(KeptConsultation::colleagueSince)
                    .isEqualTo(NOON);
            assertThat(consultations.find(elsewhere.id()))
                    .get()
                    .extracting(KeptConsultation::colleagueSince)
                    .isNull();
        }

        @Test
        @DisplayName(
                "a case of marks is noted once however often, of one shop or of all, and found by itself and by buyer")
        void marks() {
            var ofAll = new MarkedBuyer(new ConsultationId("marks.a"), BUYER, null);
            var ofShop = new MarkedBuyer(new ConsultationId("marks.b"), BUYER, SHOP);
            var others = new MarkedBuyer(new ConsultationId("marks.c"), OTHER, null);
            List.of(ofAll, ofShop, others, ofAll).forEach(marked::add);

            assertThat(marked.find(ofAll.id())).contains(ofAll);
            assertThat(marked.find(ofShop.id())).contains(ofShop);
            assertThat(marked.find(new ConsultationId("none"))).isEmpty();
            assertThat(tables.rowsOf("marked_buyer")).isEqualTo(3);
            var found = marked.of(List.of(BUYER, OTHER, new BuyerId("nobody")));
            assertThat(found).containsOnlyKeys(BUYER, OTHER);
            assertThat(found.get(BUYER)).containsExactlyInAnyOrder(ofAll, ofShop);
            assertThat(found.get(OTHER)).containsExactly(others);
        }

        @Test
        @DisplayName("within a transaction a mark that was just noted is known, also of a buyer of whom nothing was")
        void ownMark() {
            var first = new MarkedBuyer(new ConsultationId("marks.a"), BUYER, null);
            var second = new MarkedBuyer(new ConsultationId("marks.b"), BUYER, SHOP);
            tables.inTransaction(() -> {
                assertThat(marked.of(List.of(BUYER))).isEmpty();
                marked.add(first);
                marked.add(first);
                marked.add(second);
                assertThat(marked.of(List.of(BUYER))).containsOnly(Map.entry(BUYER, List.of(first, second)));
                return true;
            });
            assertThat(tables.rowsOf("marked_buyer")).isEqualTo(2);
        }
    }
}
