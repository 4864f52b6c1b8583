package io.hourglass.inquiry.jdbc;

import static io.hourglass.OwnTables.NOON;
import static io.hourglass.inquiry.Notices.Notice.Kind.ALTERNATIVES_AVAILABLE;
import static io.hourglass.inquiry.Notices.Notice.Kind.NO_REPLY_VISIBLE_YET;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.batch.Backfill;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Notices")
class NoticesContractTest {

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

        private static final InquiryId INQUIRY = new InquiryId("询盘-1");

        private final Notices notices;

        Contract(OwnTables tables) {
            this.notices = new JdbcNotices(tables.jdbc(), tables.rows(), new Backfill());
            tables.marketplaceWith("s");
            new JdbcInquiries(tables.jdbc(), tables.rows())
                    .add(
                            Inquiry.builder()
                                    .id(INQUIRY)
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

        @Test
        @DisplayName("a buyer who was told nothing has no notices")
        void nothingTold() {
            assertThat(notices.toldTo(INQUIRY)).isEmpty();
        }

        @Test
        @DisplayName("to tell the same again changes nothing, not even when it was told")
        void toldOnce() {
            notices.tell(INQUIRY, ALTERNATIVES_AVAILABLE, NOON);
            notices.tell(INQUIRY, ALTERNATIVES_AVAILABLE, NOON.plusMillis(1));

            assertThat(notices.toldTo(INQUIRY)).containsExactly(new Notice(ALTERNATIVES_AVAILABLE, NOON));
        }

        @Test
        @DisplayName("notices come in the order in which they were told")
        void inOrder() {
            notices.tell(INQUIRY, ALTERNATIVES_AVAILABLE, NOON.plusMillis(1));
            notices.tell(INQUIRY, NO_REPLY_VISIBLE_YET, NOON);

            assertThat(notices.toldTo(INQUIRY))
                    .containsExactly(
                            new Notice(NO_REPLY_VISIBLE_YET, NOON),
                            new Notice(ALTERNATIVES_AVAILABLE, NOON.plusMillis(1)));
        }
    }
}
