package io.hourglass.inquiry.policy;

import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.sla.Moments;
import io.hourglass.sla.days.DayRules;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;

/** The usual policy, of which a test changes the term that it is about. */
public final class Terms {

    private int version = 1;
    private Instant inForceFrom = Instant.EPOCH;
    private ZoneId zone = Moments.SHANGHAI;
    private Duration replyWithin = Duration.parse("PT72H");
    private int booksCloseAfterDays = 5;
    private DuplicateRule duplicates = DuplicateRule.NATURAL_DAY;
    private boolean textlessReplyCounts = true;
    private Duration earlyBy = Duration.parse("PT5M");
    private Set<AuthorKind> countingAuthors = Set.of(AuthorKind.HUMAN, AuthorKind.AI_ASSISTED);

    private Terms() {}

    public static Terms usual() {
        return new Terms();
    }

    public Terms version(int number) {
        version = number;
        return this;
    }

    public Terms from(Instant start) {
        inForceFrom = start;
        return this;
    }

    public Terms in(ZoneId other) {
        zone = other;
        return this;
    }

    public Terms replyWithin(Duration time) {
        replyWithin = time;
        return this;
    }

    public Terms closingAfter(int days) {
        booksCloseAfterDays = days;
        return this;
    }

    public Terms duplicates(DuplicateRule rule) {
        duplicates = rule;
        return this;
    }

    public Terms earlyBy(Duration time) {
        earlyBy = time;
        return this;
    }

    public Terms textlessReplyCounts(boolean counts) {
        textlessReplyCounts = counts;
        return this;
    }

    public Terms counting(AuthorKind... authors) {
        countingAuthors = Set.of(authors);
        return this;
    }

    public ReplyPolicy agreed() {
        return ReplyPolicy.builder()
                .version(version)
                .days(new DayRules(inForceFrom, zone, replyWithin, booksCloseAfterDays, 30, null))
                .objectWithin(Period.ofDays(3))
                .duplicates(duplicates)
                .offerStaysFor(Duration.ofDays(7))
                .counting(new CountingReplies(countingAuthors, textlessReplyCounts, earlyBy))
                .gaps(ExcusedGaps.USUAL)
                .build();
    }
}
