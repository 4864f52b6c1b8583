package io.hourglass.rate.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.HourglassTest;
import io.hourglass.Processes;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.Marketplace;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.tracks.TrackDay;
import io.hourglass.rate.books.BookDay;
import io.hourglass.rate.books.BookDays;
import io.hourglass.rate.counts.DayBuckets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@HourglassTest
@TestPropertySource(properties = "hourglass.policy.zone=America/New_York")
@DisplayName("A day that is not of 24 hours")
class UnevenDayTest {

    @Autowired
    private Marketplace marketplace;

    @Autowired
    private Processes processes;

    @Autowired
    private BookDays days;

    @Autowired
    private DayBuckets buckets;

    @Autowired
    private SettableClock clock;

    @ParameterizedTest(name = "{0} of {3} hours")
    @CsvSource({
        "2026-03-08, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z, 23",
        "2026-11-01, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z, 25"
    })
    @DisplayName("holds every inquiry from its first instant to its last, and none of the days beside it")
    void holdsItsOwn(LocalDate day, Instant start, Instant end, int hours) {
        assertThat(start.plusSeconds(hours * 3600L)).isEqualTo(end);
        receivedAt("before", start.minusMillis(1));
        receivedAt("first", start);
        receivedAt("last", end.minusMillis(1));
        receivedAt("after", end);
        assertThat(processes.daysWithAClose()).containsExactly(day.minusDays(1), day, day.plusDays(1));
        marketplace.passTo(days.find(TrackDay.ofInquiries(day)).orElseThrow().closesAt());

        assertThat(buckets.of(Marketplace.SUPPLIER.subject(), day, day))
                .singleElement()
                .extracting(bucket -> bucket.counts().countable())
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-03-03, 2026-03-08T05:00:00Z",
        "2026-03-04, 2026-03-09T04:00:00Z",
        "2026-10-27, 2026-11-01T04:00:00Z",
        "2026-10-28, 2026-11-02T05:00:00Z"
    })
    @DisplayName("closes other days' books at its own first instant")
    void closesOthers(LocalDate day, Instant close) {
        receivedAt("i", Instant.parse(day + "T17:00:00Z"));
        assertThat(days.find(TrackDay.ofInquiries(day)).map(BookDay::closesAt)).contains(close);
        marketplace.passTo(close.minusMillis(1));
        assertThat(days.find(TrackDay.ofInquiries(day)).orElseThrow().settled()).isFalse();
        marketplace.passTo(close);

        assertThat(days.find(TrackDay.ofInquiries(day)).orElseThrow().settledAt())
                .isEqualTo(close);
    }

    private InquiryId receivedAt(String id, Instant instant) {
        clock.set(instant);
        return marketplace.inquiry(id, new BuyerId("buyer of " + id), Marketplace.SUPPLIER, instant, null);
    }
}
