package io.hourglass.chat.policy.versions;

import io.hourglass.chat.abnormal.AbnormalFigures;
import io.hourglass.chat.policy.ChatPolicy;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.sla.days.DayRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set of a version of the chat policy. As configuration it is what the first version says; read once, when the
 * database holds none.
 *
 * @param zone the marketplace zone
 * @param closesAt the wall clock of the next day at which a day's books close, to the minute
 * @param rateWindowDays natural days in a published number (C1)
 * @param abnormal all figures of the rules by which accounts are found to be abnormal (C11); null for the usual ones
 */
@ConfigurationProperties("hourglass.chat")
record ChatRules(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("06:00") LocalTime closesAt,
        @DefaultValue("30") int rateWindowDays,
        @Nullable AbnormalFigures abnormal) {

    private static final LocalTime EARLIEST = LocalTime.of(1, 0);
    private static final LocalTime LATEST = LocalTime.of(23, 0);
    private static final int MAX_DAYS = 366;

    ChatRules {
        abnormal = abnormal == null ? AbnormalFigures.usual() : abnormal;
    }

    @Override
    public AbnormalFigures abnormal() {
        return Objects.requireNonNull(abnormal);
    }

    /** @param counting the kinds of authors whose messages are answers */
    ChatPolicy version(int version, Instant inForceFrom, Set<AuthorKind> counting) {
        var days = new DayRules(inForceFrom, zone, Duration.ZERO, 1, rateWindowDays, null);
        return new ChatPolicy(version, days, closesAt, abnormal(), counting);
    }

    /**
     * The rules for a version that a person sets.
     *
     * @throws InvalidInput if a rule makes no sense
     */
    void check() {
        if (closesAt.isBefore(EARLIEST)
                || closesAt.isAfter(LATEST)
                || !closesAt.equals(closesAt.truncatedTo(ChronoUnit.MINUTES))) {
            throw new InvalidInput("closesAt", closesAt, EARLIEST + " to " + LATEST + ", to the minute");
        }
        if (rateWindowDays < 1 || rateWindowDays > MAX_DAYS) {
            throw new InvalidInput("rateWindowDays", rateWindowDays, "1 to " + MAX_DAYS);
        }
        abnormal().check();
    }
}
