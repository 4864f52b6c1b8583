package io.hourglass.inquiry.policy.versions;

import io.hourglass.inquiry.policy.CountingReplies;
import io.hourglass.inquiry.policy.DuplicateRule;
import io.hourglass.inquiry.policy.ExcusedGaps;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.sla.days.DayRules;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.immutables.value.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set of a version of the reply policy. As configuration it is what the first version says; read once, when the
 * database holds none.
 *
 * @param zone the marketplace zone
 * @param replyWithin elapsed time
 * @param objectWithin calendar days, at the same wall-clock time
 * @param offerStaysFor elapsed time after the reply deadline
 * @param earlyBy elapsed time before the receipt in which a fact counts as at it
 * @param gapOwnAfter elapsed time from when the supplier was told that its password or grant no longer work
 * @param outageLeast elapsed time of an outage
 */
@ConfigurationProperties("hourglass.policy")
@Value.Builder
record ReplyRules(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("PT72H") Duration replyWithin,
        @DefaultValue("P3D") Period objectWithin,
        @DefaultValue("5") int booksCloseAfterDays,
        @DefaultValue("30") int rateWindowDays,
        @DefaultValue("NATURAL_DAY") DuplicateRule duplicates,
        @DefaultValue("P14D") Duration offerStaysFor,
        @DefaultValue("true") boolean textlessReplyCounts,
        @DefaultValue("PT5M") Duration earlyBy,
        @DefaultValue("PT24H") Duration gapOwnAfter,
        @DefaultValue("PT4H") Duration outageLeast) {

    private static final Duration SHORTEST_REPLY = Duration.ofMinutes(1);
    private static final Duration LONGEST_REPLY = Duration.ofDays(30);
    private static final Duration LONGEST_OFFER = Duration.ofDays(366);
    private static final Duration LONGEST_SKEW = Duration.ofHours(1);
    private static final int MAX_DAYS = 366;
    private static final int LATEST_CLOSE = 60;

    static ReplyRulesBuilder builder() {
        return new ReplyRulesBuilder();
    }

    /** @param counting the kinds of authors whose replies are answers */
    ReplyPolicy version(int version, Instant inForceFrom, Set<AuthorKind> counting) {
        var days = new DayRules(inForceFrom, zone, replyWithin, booksCloseAfterDays, rateWindowDays, null);
        var replies = new CountingReplies(counting, textlessReplyCounts, earlyBy);
        return ReplyPolicy.builder()
                .version(version)
                .days(days)
                .objectWithin(objectWithin)
                .duplicates(duplicates)
                .offerStaysFor(offerStaysFor)
                .counting(replies)
                .gaps(new ExcusedGaps(gapOwnAfter, outageLeast))
                .build();
    }

    /**
     * The rules for a version that a person sets.
     *
     * @throws InvalidInput if a rule makes no sense, or the books would close before the second day after the latest deadline
     */
    void check() {
        between("replyWithin", replyWithin, SHORTEST_REPLY, LONGEST_REPLY);
        var days = (int) objectWithin.get(ChronoUnit.DAYS);
        require(
                objectWithin.equals(Period.ofDays(days)) && days >= 0 && days <= MAX_DAYS,
                "objectWithin",
                objectWithin,
                "P0D to P" + MAX_DAYS + "D");
        var earliest = DayRules.earliestClose(replyWithin);
        require(
                booksCloseAfterDays >= earliest && booksCloseAfterDays <= LATEST_CLOSE,
                "booksCloseAfterDays",
                booksCloseAfterDays,
                earliest + " to " + LATEST_CLOSE + ": not before the second day after the latest reply deadline");
        require(
                rateWindowDays >= 1 && rateWindowDays <= MAX_DAYS,
                "rateWindowDays",
                rateWindowDays,
                "1 to " + MAX_DAYS);
        between("offerStaysFor", offerStaysFor, Duration.ZERO, LONGEST_OFFER);
        between("earlyBy", earlyBy, Duration.ZERO, LONGEST_SKEW);
        between("gapOwnAfter", gapOwnAfter, Duration.ZERO, LONGEST_REPLY);
        between("outageLeast", outageLeast, Duration.ZERO, LONGEST_REPLY);
    }

    private static void between(String field, Duration value, Duration least, Duration most) {
        require(
                value.compareTo(least) >= 0
                        && value.compareTo(most) <= 0
                        && value.equals(value.truncatedTo(ChronoUnit.MILLIS)),
                field,
                value,
                least + " to " + most + ", to the millisecond");
    }

    private static void require(boolean holds, String field, Object value, String rule) {
        if (!holds) {
            throw new InvalidInput(field, value, rule);
        }
    }
}
