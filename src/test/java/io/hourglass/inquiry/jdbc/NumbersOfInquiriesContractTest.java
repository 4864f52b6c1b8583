package io.hourglass.inquiry.jdbc;

import static io.hourglass.OwnTables.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.OwnTables;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Numbers of inquiries")
class NumbersOfInquiriesContractTest {

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

        private final JdbcNumbersOfInquiries numbers;

        Contract(OwnTables tables) {
            this.numbers = new JdbcNumbersOfInquiries(tables.jdbc());
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
        @DisplayName("each has one of its own, and is found by it")
        void found() {
            var one = numbers.of(new InquiryId("询盘-1")).orElseThrow();
            var two = numbers.of(new InquiryId("2")).orElseThrow();
            assertThat(one).isPositive().isNotEqualTo(two);
            assertThat(numbers.numbered(one)).hasValue(new InquiryId("询盘-1"));
            assertThat(numbers.numbered(two)).hasValue(new InquiryId("2"));
        }

        @Test
        @DisplayName("an unknown inquiry has none, and no inquiry another number")
        void none() {
            assertThat(numbers.of(new InquiryId("none"))).isEmpty();
            assertThat(numbers.numbered(0)).isEmpty();
            assertThat(numbers.numbered(-1)).isEmpty();
            assertThat(numbers.numbered(1L << 47)).isEmpty();
        }
    }
}
