package io.hourglass.imports.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.evidence.FactConflict;
import io.hourglass.evidence.details.FactText;
import io.hourglass.imports.files.Parking.Parked;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Facts that wait for their inquiry")
class ParkingContractTest {

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

        private static final InquiryId I1 = new InquiryId("i1");
        private static final InquiryId I2 = new InquiryId("i2");

        private final OwnTables tables;
        private final JdbcParking parking;

        Contract(OwnTables tables) {
            this.tables = tables;
            this.parking = new JdbcParking(tables.jdbc(), tables.rows());
        }

        private static FactReport reply(String id, InquiryId inquiry, Instant at) {
            return FactReport.builder()
                    .id(new FactId(id))
                    .inquiry(inquiry)
                    .kind(InquiryFactKind.REPLIED)
                    .author(AuthorKind.HUMAN)
                    .channel(Channel.LOG)
                    .occurredAt(at)
                    .build();
        }

        private boolean isParked(FactReport fact, Instant now) {
            return tables.inTransaction(() -> parking.park(fact, now));
        }

        private List<FactReport> of(InquiryId inquiry) {
            return tables.inTransaction(
                    () -> parking.of(List.of(inquiry, new InquiryId("none"))).getOrDefault(inquiry, List.of()));
        }

        @Test
        @DisplayName("come back as they were sent, whatever is written in them")
        void asSent() {
            var all = FactReport.builder()
                    .id(new FactId("水".repeat(FactId.MAX_LENGTH)))
                    .inquiry(I1)
                    .kind(InquiryFactKind.RETRACTED)
                    .buyer(new BuyerId("b,\"1"))
                    .supplier(new SupplierId("s 1"))
                    .author(AuthorKind.AI_ASSISTED)
                    .actor("\0\ud800 half")
                    .channel(Channel.sent("Mobile\tApp "))
                    .occurredAt(Instant.parse("1970-01-01T00:00:00.001Z"))
                    .messageId("<1@shop.example>\n")
                    .about(new FactId("r1"))
                    .text(new FactText("😀 \udc00", "\\u0000".repeat(1_000) + "\r\n\u2028"))
                    .build();
            assertThat(isParked(all, NOON)).isTrue();
            assertThat(of(I1)).containsExactly(all);
        }

        @Test
        @DisplayName("wait once, since they first came; with other content the id is taken")
        void once() {
            assertThat(isParked(reply("r1", I1, NOON), NOON)).isTrue();
            assertThat(isParked(reply("r1", I1, NOON), NOON.plusSeconds(1))).isFalse();
            assertThatThrownBy(() -> isParked(reply("r1", I1, NOON.plusMillis(1)), NOON))
                    .isInstanceOf(FactConflict.class);
            assertThatThrownBy(() -> isParked(reply("r1", I2, NOON), NOON)).isInstanceOf(FactConflict.class);
            assertThat(parking.waiting(new PageQuery(0, 9)).items()).containsExactly(new Parked("r1", I1, NOON));
        }

        @Test
        @DisplayName(
                "are those of their inquiry, in the order of their occurrence, then of their ids, until they are placed")
        void placed() {
            isParked(reply("r2", I1, NOON), NOON);
            isParked(reply("r3", I1, NOON.minusMillis(1)), NOON);
            isParked(reply("r1", I1, NOON), NOON);
            isParked(reply("r4", I2, NOON), NOON);
            assertThat(of(I1)).extracting(fact -> fact.id().value()).containsExactly("r3", "r1", "r2");
            parking.placed(I1);
            assertThat(of(I1)).isEmpty();
            assertThat(of(I2)).hasSize(1);
        }

        @Test
        @DisplayName("are found and forgotten by the buyer that they name")
        void ofBuyer() {
            isParked(reply("r1", I1, NOON).withBuyer(new BuyerId("b1")), NOON);
            isParked(reply("r2", I1, NOON).withBuyer(new BuyerId("b2")), NOON);
            isParked(reply("r3", I1, NOON), NOON);
            assertThat(parking.of(new BuyerId("b1"))).singleElement().asString().contains("\"r1\"");
            parking.forget(new BuyerId("b1"));
            assertThat(parking.of(new BuyerId("b1"))).isEmpty();
            assertThat(of(I1)).hasSize(2);
        }

        @Test
        @DisplayName("are seen by the transaction that parks or places them")
        void withinOne() {
            tables.inTransaction(() -> {
                assertThat(parking.of(List.of(I1))).isEmpty();
                parking.park(reply("r1", I1, NOON), NOON);
                assertThat(parking.of(List.of(I1))).containsOnlyKeys(I1);
                parking.placed(I1);
                assertThat(parking.of(List.of(I1))).isEmpty();
                return true;
            });
        }

        @Test
        @DisplayName("are listed by how long they have waited, a page at a time, with how many there are")
        void waiting() {
            isParked(reply("r2", I1, NOON), NOON);
            isParked(reply("r1", I2, NOON), NOON);
            isParked(reply("r3", I1, NOON), NOON.minusMillis(1));
            var first = parking.waiting(new PageQuery(0, 2));
            assertThat(first.items()).extracting(Parked::fact).containsExactly("r3", "r1");
            assertThat(first.total()).isEqualTo(3);
            assertThat(parking.waiting(new PageQuery(1, 2)).items())
                    .extracting(Parked::fact)
                    .containsExactly("r2");
        }

        @Test
        @DisplayName("are overtaken once their inquiry is known, each inquiry once")
        void overtaken() {
            isParked(reply("r1", I1, NOON), NOON);
            isParked(reply("r2", I1, NOON), NOON);
            isParked(reply("r3", I2, NOON), NOON);
            tables.marketplaceWith("s1");
            assertThat(parking.overtaken(9)).isEmpty();
            known(I1);
            assertThat(parking.overtaken(9)).containsExactly(I1);
            known(I2);
            assertThat(parking.overtaken(9)).containsExactly(I1, I2);
            assertThat(parking.overtaken(1)).containsExactly(I1);
        }

        private void known(InquiryId inquiry) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.inquiry (id, buyer, supplier, channel, received_at, recorded_at, received_day,
                                policy_version, reply_due_at)
                            values (?, 'b1', 's1', 'LOG', ?, ?, date '2026-03-02', 1, ?)""")
                    .params(inquiry.value(), UtcColumn.of(NOON), UtcColumn.of(NOON), UtcColumn.of(NOON))
                    .update();
        }
    }
}
