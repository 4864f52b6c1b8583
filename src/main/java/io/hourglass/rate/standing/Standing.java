package io.hourglass.rate.standing;

import io.hourglass.kernel.ids.Subject;
import io.hourglass.rate.numbers.Publication;
import io.hourglass.rate.numbers.PublishedNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a supplier stands by its latest published number. Without a number nothing is claimed: no interval, no right, and
 * a neutral weight.
 *
 * @param interval null without a number
 * @param rfqOpen the published rate passes the gate (R27)
 * @param proven the interval's lower bound passes it as well
 * @param exposure the weight for search results (R26); 1 is neutral by default
 * @param policy by which it follows from the number
 */
public record Standing(
        Publication publication,
        @Nullable Interval interval,
        boolean rfqOpen,
        boolean proven,
        BigDecimal exposure,
        Display display,
        StandingPolicy policy) {

    static Standing of(Publication publication, StandingPolicy policy, Display display) {
        var number = publication.number();
        return number == null
                ? new Standing(publication, null, false, false, policy.exposure(0, 0), display, policy)
                : of(publication, number, policy, display);
    }

    public Subject subject() {
        return publication.subject();
    }

    /** How many more of the same inquiries, answered in time, would have made the rate that of the gate; 0 if it is, or no data. */
    public int timelyMissing() {
        var number = publication.number();
        return number == null ? 0 : policy.timelyMissing(number.timely(), number.countable());
    }

    /** How many more countable inquiries the gate asks for, all of them without data; 0 if there are enough. */
    public int countableMissing() {
        var number = publication.number();
        return Math.max(0, policy.minimumSample() - (number == null ? 0 : number.countable()));
    }

    private static Standing of(
            Publication publication, PublishedNumber number, StandingPolicy policy, Display display) {
        var timely = number.timely();
        var countable = number.countable();
        return new Standing(
                publication,
                Interval.of(timely, countable),
                policy.opensRfq(timely, countable),
                policy.proves(timely, countable),
                policy.exposure(timely, countable),
                display,
                policy);
    }
}
