package io.hourglass.rate.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.numbers.PublishedNumber;
import io.hourglass.rate.numbers.PublishedNumbers;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HourglassTest
@DisplayName("The numbers of a date")
class PublicationTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final SupplierId OTHER = new SupplierId("supplier-2");

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private PublishedNumbers numbers;

    @Test
    @DisplayName("appear at the date's first instant in the zone, and not a millisecond earlier")
    void atTheStartOfTheDate() {
        marketplace.reply(marketplace.inquiry("i"));
        var date = MONDAY.plusDays(5);
        marketplace.passTo(startOf(date).minusMillis(1));
        assertThat(numbers.on(Track.INQUIRY, date)).isEmpty();
        marketplace.passTo(startOf(date));

        assertThat(numbers.on(Track.INQUIRY, date))
                .containsExactly(PublishedNumber.builder()
                        .subject(Marketplace.SUPPLIER.subject())
                        .publishedOn(date)
                        .revision(1)
                        .windowFrom(MONDAY.minusDays(29))
                        .windowTo(MONDAY)
                        .timely(1)
                        .countable(1)
                        .publishedAt(startOf(date))
                        .build());
    }

    @Test
    @DisplayName("hold what the first and the last day of their thirty received, and nothing of the days beside them")
    void window() {
        var date = LocalDate.of(2026, 4, 6);
        var first = date.minusDays(34);
        assertThat(first).isEqualTo(MONDAY.plusDays(1));
        receivedAt("before", startOf(first).minusMillis(1));
        receivedAt("first", startOf(first));
        receivedAt("last", startOf(date.minusDays(4)).minusMillis(1));
        receivedAt("after", startOf(date.minusDays(4)));
        marketplace.passTo(startOf(date.plusDays(1)));

        assertThat(numbers.find(Marketplace.SUPPLIER.subject(), date).orElseThrow())
                .isEqualTo(PublishedNumber.builder()
                        .subject(Marketplace.SUPPLIER.subject())
                        .publishedOn(date)
                        .revision(1)
                        .windowFrom(first)
                        .windowTo(date.minusDays(5))
                        .timely(0)
                        .countable(2)
                        .publishedAt(startOf(date))
                        .build());
        assertThat(numbers.find(Marketplace.SUPPLIER.subject(), date.minusDays(1))
                        .orElseThrow()
                        .countable())
                .isEqualTo(2);
        assertThat(numbers.find(Marketplace.SUPPLIER.subject(), date.plusDays(1))
                        .orElseThrow()
                        .countable())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("hold no supplier without a countable inquiry")
    void nothingCountable() {
        marketplace.reply(marketplace.inquiry("i"));
        var rejected = marketplace.inquiry("j", Marketplace.BUYER, OTHER, marketplace.now(), null);
        marketplace.reject(rejected, marketplace.now());
        marketplace.passTo(startOf(MONDAY.plusDays(5)));

        assertThat(numbers.on(Track.INQUIRY, MONDAY.plusDays(5)))
                .extracting(PublishedNumber::subject)
                .containsExactly(Marketplace.SUPPLIER.subject());
    }

    @Test
    @DisplayName("end with the window that holds the last countable inquiry")
    void windowMovesOn() {
        marketplace.inquiry("i");
        marketplace.passTo(startOf(MONDAY.plusDays(36)));

        assertThat(numbers.find(Marketplace.SUPPLIER.subject(), MONDAY.plusDays(34)))
                .isPresent();
        assertThat(numbers.find(Marketplace.SUPPLIER.subject(), MONDAY.plusDays(35)))
                .isEmpty();
    }

    private void receivedAt(String id, Instant instant) {
        if (instant.isAfter(marketplace.now())) {
            marketplace.passTo(instant);
        }
        marketplace.inquiry(id, new BuyerId("buyer of " + id), Marketplace.SUPPLIER, instant, null);
        marketplace.pass(Duration.ZERO);
    }

    private static Instant startOf(LocalDate day) {
        return NaturalDay.start(day, ZoneId.of("Asia/Shanghai"));
    }
}
