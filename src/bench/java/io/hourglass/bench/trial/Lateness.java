package io.hourglass.bench.trial;

import io.hourglass.bench.contender.HourglassItself;
import io.hourglass.bench.measure.Patience;
import io.hourglass.bench.measure.Spread;
import io.hourglass.bench.work.Slices;
import io.hourglass.engine.SettableClock;
import io.hourglass.inquiry.intake.Submission;
import io.hourglass.inquiry.intake.SubmitInquiry;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.time.UtcColumn;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By how many milliseconds timers fire after they are due, in real time, on a node that has nothing else to do. */
public record Lateness(int timers, Spread millis) {

    private static final String PREFIX = "idle-";
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final Duration LEAD = Duration.ofSeconds(5);

    /** One inquiry after the other, received just long enough ago that their deadlines come due one after the other. */
    public static Lateness of(HourglassItself hourglass, Slices slices, int inquiries) {
        var clock = hourglass.bean(SettableClock.class);
        clock.release();
        var replyWithin =
                hourglass.bean(Policies.class).inForceAt(clock.instant()).replyWithin();
        var first = clock.instant().plus(LEAD).minus(replyWithin);
        for (var number = 0; number < inquiries; number++) {
            submit(hourglass, slices, number, first.plus(BETWEEN.multipliedBy(number)));
        }
        return fired(hourglass, inquiries);
    }

    private static void submit(HourglassItself hourglass, Slices slices, int number, Instant receivedAt) {
        hourglass
                .bean(SubmitInquiry.class)
                .submit(Submission.builder()
                        .id(new InquiryId(PREFIX + number))
                        .buyer(new BuyerId(PREFIX + number))
                        .supplier(slices.supplier(number % slices.suppliers()))
                        .channel(Channel.WEB)
                        .receivedAt(receivedAt)
                        .build());
    }

    private static Lateness fired(HourglassItself hourglass, int inquiries) {
        var jdbc = hourglass.database().direct();
        var executor = hourglass.bean(JobExecutor.class);
        executor.start();
        Patience.until(() -> decided(jdbc) == inquiries, () -> "only " + decided(jdbc) + " deadlines have fired");
        executor.shutdown();
        var late = jdbc.sql("select due_at, fired_at from hourglass.timer_firing where business_key like ?")
                .param(PREFIX + "%")
                .query((row, number) ->
                        Duration.between(UtcColumn.read(row, "due_at"), UtcColumn.read(row, "fired_at")))
                .list();
        return new Lateness(
                late.size(),
                Spread.of(late.stream().mapToDouble(Duration::toMillis).toArray()));
    }

    private static long decided(JdbcClient jdbc) {
        return jdbc.sql("select count(distinct case_id) from hourglass.verdict_entry where case_id like ?")
                .param(PREFIX + "%")
                .query(Long.class)
                .single();
    }
}
