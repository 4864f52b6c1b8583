package io.hourglass.bench.work;

import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** When things happen on one simulated day: all that comes in comes in one hour of the morning. */
public record Timetable(ReplyPolicy policy, LocalDate day) {

    private static final Duration MORNING = Duration.ofHours(8);
    private static final Duration INTAKE = Duration.ofHours(1);
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    Deadlines clocksOf(int number) {
        var seconds = number % INTAKE.toSeconds();
        return policy.clocksFor(opening().plusSeconds(seconds));
    }

    /** When the last inquiry has been received. */
    public Instant intake() {
        return opening().plus(INTAKE);
    }

    public Instant answers() {
        return intake().plus(Duration.ofHours(2));
    }

    /** Every reply deadline has passed. */
    public Instant deadlines() {
        var last = policy.clocksFor(intake());
        var later = last.replyDeadline().isAfter(last.windowCloses()) ? last.replyDeadline() : last.windowCloses();
        return later.plus(A_MOMENT);
    }

    public Instant lateFacts() {
        return deadlines().plus(Duration.ofHours(1));
    }

    /** Every offer of alternatives has expired. */
    public Instant offersOver() {
        return policy.clocksFor(intake()).offerExpires().plus(A_MOMENT);
    }

    /** The books of the day have closed. */
    public Instant settlement() {
        return policy.days().booksClose(day).plus(A_MOMENT);
    }

    private Instant opening() {
        return NaturalDay.start(day, policy.zone()).plus(MORNING);
    }
}
