package io.hourglass.inquiry.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hourglass.OwnTables;
import io.hourglass.batch.Backfill;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.inquiry.policy.Terms;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.time.UtcColumn;
import io.hourglass.referral.ReferralContext;
import io.hourglass.referral.ReferralContext.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("What goes on between buyers and suppliers")
class ReferralContextContractTest {

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

        private static final BuyerId BUYER = new BuyerId("买家-1");
        private static final SupplierId ONE = new SupplierId("one");
        private static final SupplierId TWO = new SupplierId("two");
        private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
        private static final Duration MILLI = Duration.ofMillis(1);
        private static final Duration REPLY_WITHIN = Duration.ofDays(3);
        private static final ReplyPolicy POLICY =
                Terms.usual().counting(AuthorKind.HUMAN).agreed();
        private static final Policies POLICIES = new Policies() {
            @Override
            public ReplyPolicy inForceAt(Instant instant) {
                return POLICY;
            }

            @Override
            public List<ReplyPolicy> all() {
                return List.of(POLICY);
            }
        };

        private final OwnTables tables;
        private final Notices notices;
        private final ReferralContext dealings;
        private Set<InquiryId> notOwed = Set.of();

        Contract(OwnTables tables) {
            this.tables = tables;
            this.notices = new JdbcNotices(tables.jdbc(), tables.rows(), new Backfill());
            this.dealings = at(NOON);
            tables.marketplaceWith(ONE.value(), TWO.value());
        }

        private ReferralContext at(Instant now) {
            return new JdbcDealings(
                    new JdbcInquiries(tables.jdbc(), tables.rows()),
                    notices,
                    POLICIES,
                    inquiries -> notOwed,
                    tables.jdbc(),
                    tables.rows(),
                    Clock.fixed(now, ZoneOffset.UTC));
        }

        private void inquiry(String id, SupplierId supplier, @Nullable String category, Instant receivedAt) {
            inquiry(id, supplier, category, receivedAt, REPLY_WITHIN);
        }

        private void inquiry(
                String id, SupplierId supplier, @Nullable String category, Instant receivedAt, Duration replyWithin) {
            var inquiry = Inquiry.builder()
                    .id(new InquiryId(id))
                    .buyer(BUYER)
                    .supplier(supplier)
                    .channel(Channel.WEB)
                    .category(category)
                    .receivedAt(receivedAt)
                    .recordedAt(receivedAt)
                    .day(DAY)
                    .policyVersion(1)
                    .build();
            new JdbcInquiries(tables.jdbc(), tables.rows()).add(inquiry, receivedAt.plus(replyWithin), null);
        }

        private void fact(String id, String inquiry, String kind, @Nullable AuthorKind author, @Nullable String about) {
            tables.jdbc()
                    .sql(
                            """
                            insert into hourglass.fact (id, track, case_id, kind, author, channel, occurred_at, recorded_at,
                                textless, about, late, content_hash)
                            values (?, 'INQUIRY', ?, ?, ?, 'WEB', ?, ?, false, ?, false, '')""")
                    .params(
                            id,
                            inquiry,
                            kind,
                            author == null ? null : author.name(),
                            UtcColumn.of(NOON),
                            UtcColumn.of(NOON),
                            about)
                    .update();
        }

        @Test
        @DisplayName("a buyer's request says what it looks for, in its own words, and until when it may pick")
        void request() {
            inquiry("i", ONE, "Hardware/Pumps", NOON);
            fact("i", "i", "RECEIVED", null, null);
            tables.jdbc()
                    .sql("insert into hourglass.fact_text (fact, subject, body) values ('i', 'Pumps', '十台水泵')")
                    .update();
            var id = new InquiryId("i");
            assertThat(tables.inTransaction(() -> dealings.hold(id)))
                    .isEqualTo(Request.builder()
                            .inquiry(id)
                            .buyer(BUYER)
                            .asked(ONE)
                            .category("Hardware/Pumps")
                            .text("Pumps 十台水泵")
                            .receivedAt(NOON)
                            .day(DAY)
                            .offerExpires(NOON.plus(Duration.ofDays(10)))
                            .build());
            assertThatThrownBy(() -> dealings.hold(new InquiryId("none"))).isInstanceOf(NotFound.class);
        }

        @Test
        @DisplayName("open is what is within its deadline, and neither answered by one who counts nor objected to")
        void open() {
            for (var id : List.of("waits", "machine", "answered", "rejected", "spam")) {
                inquiry(id, ONE, null, NOON);
            }
            fact("r1", "machine", "REPLIED", AuthorKind.AUTO_REPLY, null);
            fact("r2", "answered", "REPLIED", AuthorKind.HUMAN, null);
            fact("r3", "rejected", "REJECTED", null, null);
            fact("r4", "spam", "SYSTEM_SPAM", null, null);
            inquiry("other", TWO, null, NOON);

            assertThat(dealings.openInquiriesOf(List.of(ONE, TWO))).isEqualTo(Map.of(ONE, 2, TWO, 1));
            assertThat(dealings.openInquiriesOf(List.of(TWO))).isEqualTo(Map.of(TWO, 1));
            assertThat(at(NOON.plus(REPLY_WITHIN).minus(MILLI)).openInquiriesOf(List.of(ONE)))
                    .isEqualTo(Map.of(ONE, 2));
            assertThat(at(NOON.plus(REPLY_WITHIN)).openInquiriesOf(List.of(ONE)))
                    .isEmpty();
        }

        @Test
        @DisplayName("each is open until its own deadline, whatever the version in force now would give it")
        void openUntilItsOwnDeadline() {
            inquiry("of a day", ONE, null, NOON, Duration.ofDays(1));
            inquiry("of a week", TWO, null, NOON, Duration.ofDays(7));
            assertThat(at(NOON.plus(Duration.ofDays(1)).minus(MILLI)).openInquiriesOf(List.of(ONE, TWO)))
                    .isEqualTo(Map.of(ONE, 1, TWO, 1));
            assertThat(at(NOON.plus(Duration.ofDays(1))).openInquiriesOf(List.of(ONE, TWO)))
                    .isEqualTo(Map.of(TWO, 1));
            assertThat(at(NOON.plus(Duration.ofDays(7))).openInquiriesOf(List.of(ONE, TWO)))
                    .isEmpty();
        }

        @Test
        @DisplayName(
                "what the judge says is owed no reply is not open, where it may be a duplicate; nor what was taken back")
        void notOwed() {
            inquiry("anchor", ONE, null, NOON);
            inquiry("duplicate", ONE, null, NOON);
            inquiry("withdrawn", ONE, null, NOON);
            fact("w", "withdrawn", "WITHDRAWN", null, null);
            inquiry("alone", TWO, null, NOON);
            assertThat(dealings.openInquiriesOf(List.of(ONE, TWO))).isEqualTo(Map.of(ONE, 2, TWO, 1));
            notOwed = Set.of(new InquiryId("duplicate"), new InquiryId("alone"));
            assertThat(dealings.openInquiriesOf(List.of(ONE, TWO))).isEqualTo(Map.of(ONE, 1, TWO, 1));
            notOwed = Set.of(new InquiryId("duplicate"), new InquiryId("anchor"));
            assertThat(dealings.openInquiriesOf(List.of(ONE, TWO))).isEqualTo(Map.of(TWO, 1));
        }

        @Test
        @DisplayName("what was answered is open again once the answer is retracted")
        void retracted() {
            inquiry("i", ONE, null, NOON);
            fact("r", "i", "REPLIED", AuthorKind.HUMAN, null);
            assertThat(dealings.openInquiriesOf(List.of(ONE))).isEmpty();
            fact("c", "i", "RETRACTED", null, "r");
            assertThat(dealings.openInquiriesOf(List.of(ONE))).isEqualTo(Map.of(ONE, 1));
        }

        @Test
        @DisplayName("who rejected the buyer is remembered from an instant on, unless the rejection was retracted")
        void rejected() {
            inquiry("i", ONE, null, NOON);
            inquiry("j", TWO, null, NOON);
            fact("x", "i", "REJECTED", null, null);
            fact("y", "j", "REJECTED", null, null);
            fact("z", "j", "RETRACTED", null, "y");

            assertThat(dealings.rejectedBy(BUYER, NOON.minus(MILLI))).containsExactly(ONE);
            assertThat(dealings.rejectedBy(BUYER, NOON)).isEmpty();
            assertThat(dealings.rejectedBy(new BuyerId("another"), NOON.minus(MILLI)))
                    .isEmpty();
        }

        @Test
        @DisplayName("whom the buyer asked goes by category, be it none, from an instant on, included")
        void asked() {
            inquiry("i", ONE, "Pumps", NOON);
            inquiry("j", TWO, null, NOON);

            assertThat(dealings.askedBy(BUYER, "Pumps", NOON)).containsExactly(ONE);
            assertThat(dealings.askedBy(BUYER, null, NOON)).containsExactly(TWO);
            assertThat(dealings.askedBy(BUYER, "Pumps", NOON.plus(MILLI))).isEmpty();
        }

        @Test
        @DisplayName("that there is nobody is told once")
        void nobody() {
            inquiry("i", ONE, null, NOON);
            dealings.tellNobodyFound(new InquiryId("i"));
            dealings.tellNobodyFound(new InquiryId("i"));
            assertThat(notices.toldTo(new InquiryId("i")))
                    .extracting(Notice::kind)
                    .containsExactly(Notice.Kind.NOBODY_FOUND);
            assertThat(notices.toldSince(NOON, 0, 10))
                    .singleElement()
                    .satisfies(told -> assertThat(told.inquiry().id()).isEqualTo(new InquiryId("i")));
            assertThat(notices.toldSince(NOON.plus(MILLI), 0, 10)).isEmpty();
            assertThat(notices.toldSince(NOON, 1, 1)).isEmpty();
        }
    }
}
