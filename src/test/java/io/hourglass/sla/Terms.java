package io.hourglass.sla;

import io.hourglass.kernel.AuthorKind;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;

/** The usual policy, of which a test changes the term that it is about. */
final class Terms {

    private int version = 1;
    private Instant inForceFrom = Instant.EPOCH;
    private ZoneId zone = Moments.SHANGHAI;
    private Duration replyWithin = Duration.parse("PT72H");
    private DuplicateRule duplicates = DuplicateRule.NATURAL_DAY;
    private boolean textlessReplyCounts = true;
    private Duration earlyBy = Duration.parse("PT5M");
    private Set<AuthorKind> countingAuthors = Set.of(AuthorKind.HUMAN, AuthorKind.AI_ASSISTED);

    private Terms() {}

    static Terms usual() {
        return new Terms();
    }

    Terms version(int number) {
        version = number;
        return this;
    }

    Terms from(Instant start) {
        inForceFrom = start;
        return this;
    }

    Terms in(ZoneId other) {
        zone = other;
        return this;
    }

    Terms replyWithin(Duration time) {
        replyWithin = time;
        return this;
    }

    Terms duplicates(DuplicateRule rule) {
        duplicates = rule;
        return this;
    }

    Terms earlyBy(Duration time) {
        earlyBy = time;
        return this;
    }

    Terms textlessReplyCounts(boolean counts) {
        textlessReplyCounts = counts;
        return this;
    }

    Terms counting(AuthorKind... authors) {
        countingAuthors = Set.of(authors);
        return this;
    }

    ReplyPolicy agreed() {
        return new ReplyPolicy(
                version,
                inForceFrom,
                zone,
                replyWithin,
                Period.ofDays(3),
                5,
                30,
                duplicates,
                Duration.ofDays(7),
                textlessReplyCounts,
                countingAuthors,
                earlyBy);
    }
}
