package io.hourglass.inquiry.policy;

import static io.hourglass.sla.Moments.NEW_YORK;
import static io.hourglass.sla.Moments.SAO_PAULO;
import static io.hourglass.sla.Moments.at;
import static io.hourglass.sla.Moments.justBefore;
import static org.assertj.core.api.Assertions.assertThat;

import io.hourglass.sla.Moments;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The clocks of an inquiry")
class DeadlinesTest {

    @Test
    @DisplayName("start at its receipt, on a natural day of the marketplace zone")
    void startAtReceipt() {
        var clocks = clocksFor(Moments.SHANGHAI, Instant.parse("2016-02-29T16:00:00Z"));
        assertThat(clocks.receivedAt()).isEqualTo("2016-02-29T16:00:00Z");
        assertThat(clocks.day()).isEqualTo("2016-03-01");
    }

    @Test
    @DisplayName("give 72 hours to reply, and as many days to object, where no clock changes")
    void giveThreeDays() {
        var clocks = clocksFor(Moments.SHANGHAI, at("2016-03-01T10:00"));
        assertThat(clocks.replyDeadline()).isEqualTo(at("2016-03-04T10:00"));
        assertThat(clocks.windowCloses()).isEqualTo(at("2016-03-04T10:00"));
    }

    @Test
    @DisplayName("give 72 elapsed hours to reply, but 71 to object, when the clocks go forward between")
    void springForward() {
        var clocks = clocksFor(NEW_YORK, at(NEW_YORK, "2016-03-12T10:00"));
        assertThat(clocks.replyDeadline()).isEqualTo(at(NEW_YORK, "2016-03-15T11:00"));
        assertThat(clocks.windowCloses()).isEqualTo(at(NEW_YORK, "2016-03-15T10:00"));
        assertThat(window(clocks)).isEqualTo(Duration.ofHours(71));
    }

    @Test
    @DisplayName("give 72 elapsed hours to reply, but 73 to object, when the clocks go back between")
    void fallBack() {
        var clocks = clocksFor(NEW_YORK, at(NEW_YORK, "2016-11-05T10:00"));
        assertThat(clocks.replyDeadline()).isEqualTo(at(NEW_YORK, "2016-11-08T09:00"));
        assertThat(clocks.windowCloses()).isEqualTo(at(NEW_YORK, "2016-11-08T10:00"));
        assertThat(window(clocks)).isEqualTo(Duration.ofHours(73));
    }

    @Test
    @DisplayName("end the window half past three if it would end half past two on the day without that time")
    void windowEndsInAGap() {
        var clocks = clocksFor(NEW_YORK, at(NEW_YORK, "2016-03-10T02:30"));
        assertThat(clocks.windowCloses()).isEqualTo(at(NEW_YORK, "2016-03-13T03:30"));
    }

    @Test
    @DisplayName("end the window at the first half past one on the day that has two")
    void windowEndsInAnOverlap() {
        var clocks = clocksFor(NEW_YORK, at(NEW_YORK, "2016-11-03T01:30"));
        assertThat(clocks.windowCloses()).isEqualTo("2016-11-06T05:30:00Z");
    }

    @Test
    @DisplayName("close the books at the start of the fifth day after, one instant for all of a day's inquiries")
    void booksClose() {
        var close = at("2016-03-06T00:00");
        assertThat(clocksFor(Moments.SHANGHAI, at("2016-03-01T00:00")).booksClose())
                .isEqualTo(close);
        assertThat(clocksFor(Moments.SHANGHAI, justBefore(at("2016-03-02T00:00")))
                        .booksClose())
                .isEqualTo(close);
        assertThat(clocksFor(Moments.SHANGHAI, at("2016-03-02T00:00")).booksClose())
                .isEqualTo(at("2016-03-07T00:00"));
    }

    @Test
    @DisplayName("close the books an hour earlier over a day of 23 hours, an hour later over one of 25")
    void booksCloseOverAClockChange() {
        var spring = NaturalDay.start(LocalDate.of(2016, 3, 10), NEW_YORK);
        var autumn = NaturalDay.start(LocalDate.of(2016, 11, 3), NEW_YORK);
        assertThat(Duration.between(spring, clocksFor(NEW_YORK, spring).booksClose()))
                .isEqualTo(Duration.ofHours(5 * 24 - 1));
        assertThat(Duration.between(autumn, clocksFor(NEW_YORK, autumn).booksClose()))
                .isEqualTo(Duration.ofHours(5 * 24 + 1));
    }

    @Test
    @DisplayName("close the books at the first instant of a day whose midnight is skipped")
    void booksCloseAtASkippedMidnight() {
        assertThat(clocksFor(SAO_PAULO, at(SAO_PAULO, "2018-10-30T15:00")).booksClose())
                .isEqualTo(at(SAO_PAULO, "2018-11-04T01:00"));
    }

    @Test
    @DisplayName("keep an offer open for a week from the reply deadline")
    void offerExpires() {
        assertThat(clocksFor(Moments.SHANGHAI, at("2016-03-01T10:00")).offerExpires())
                .isEqualTo(at("2016-03-11T10:00"));
    }

    private static Deadlines clocksFor(ZoneId zone, Instant receivedAt) {
        return Terms.usual().in(zone).agreed().clocksFor(receivedAt);
    }

    private static Duration window(Deadlines clocks) {
        return Duration.between(clocks.receivedAt(), clocks.windowCloses());
    }
}
