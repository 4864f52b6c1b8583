package io.hourglass.inquiry.policy;

import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.sla.days.DayRules;
import io.hourglass.sla.days.NaturalDay;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules, as data. An inquiry is judged by the version in force at its receipt.
 *
 * @param version 1 for the first
 * @param days natural days; the last deadline that they know of is the reply's (R1)
 * @param objectWithin calendar time from receipt in which an inquiry may be rejected or reported (R10, R11)
 * @param offerStaysFor elapsed time from the deadline in which the buyer may ask for alternatives
 * @param counting which replies are answers
 * @param gaps which times in which nothing could be seen are no fault of the supplier
 */
@Value.Builder
public record ReplyPolicy(
        int version,
        DayRules days,
        Period objectWithin,
        DuplicateRule duplicates,
        Duration offerStaysFor,
        CountingReplies counting,
        ExcusedGaps gaps)
        implements WithReplyPolicy {

    public static ReplyPolicyBuilder builder() {
        return new ReplyPolicyBuilder();
    }

    public ZoneId zone() {
        return days.zone();
    }

    /** Elapsed time from receipt to the reply deadline (R1). */
    public Duration replyWithin() {
        return days.deadlineWithin();
    }

    public Deadlines clocksFor(Instant receivedAt) {
        var day = days.dayOf(receivedAt);
        var deadline = receivedAt.plus(replyWithin());
        return new Deadlines(
                receivedAt,
                day,
                deadline,
                NaturalDay.sameTimeAfter(receivedAt, objectWithin, zone()),
                deadline.plus(offerStaysFor),
                days.booksClose(day));
    }

    /** Whether the fact is a reply that answers; where it lies in time is not asked here. */
    public boolean counts(Fact fact) {
        return fact.kind().isAnswer() && countsBy(fact.author()) && (counting.textless() || !fact.textless());
    }

    /** Whether replies by this kind of author are answers. */
    public boolean countsBy(@Nullable AuthorKind author) {
        return author != null && counting.authors().contains(author);
    }
}
