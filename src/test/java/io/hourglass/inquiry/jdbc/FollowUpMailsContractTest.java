package io.hourglass.inquiry.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.threads.FollowUpMails;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Mails of buyers that are no facts")
class FollowUpMailsContractTest {

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

        private final FollowUpMails mails;

        Contract(OwnTables tables) {
            this.mails = new JdbcFollowUpMails(tables.jdbc());
            tables.marketplaceWith("s");
            var inquiries = new JdbcInquiries(tables.jdbc(), tables.rows());
            for (var id : new String[] {"询盘-1", "2"}) {
                inquiries.add(
                        Inquiry.builder()
                                .id(new InquiryId(id))
                                .buyer(new BuyerId("b"))
                                .supplier(new SupplierId("s"))
                                .channel(Channel.WEB)
                                .receivedAt(NOON)
                                .recordedAt(NOON)
                                .day(LocalDate.of(2026, 3, 2))
                                .policyVersion(1)
                                .build(),
                        NOON,
                        null);
            }
        }

        @Test
        @DisplayName("are known by inquiry, each once however often it is added")
        void added() {
            var one = new InquiryId("询盘-1");
            var two = new InquiryId("2");
            mails.add(one, "h".repeat(22));
            mails.add(one, "h".repeat(22));
            mails.add(one, "i");
            mails.add(two, "h".repeat(22));
            assertThat(mails.of(List.of(one))).hasSize(1).hasEntrySatisfying(one, hashes -> assertThat(hashes)
                    .containsExactlyInAnyOrder("h".repeat(22), "i"));
            assertThat(mails.of(List.of(one, two))).hasSize(2);
            assertThat(mails.of(List.of(new InquiryId("none")))).isEmpty();
        }

        @Test
        @DisplayName("are of none that is not known")
        void none() {
            mails.add(new InquiryId("none"), "h");
            assertThat(mails.of(List.of(new InquiryId("none")))).isEmpty();
        }
    }
}
