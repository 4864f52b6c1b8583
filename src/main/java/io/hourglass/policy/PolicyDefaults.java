package io.hourglass.policy;

import io.hourglass.sla.DuplicateRule;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the first policy version says; read once, when the database holds none.
 *
 * @param zone the marketplace zone
 * @param replyWithin elapsed time
 * @param objectWithin calendar days, at the same wall-clock time
 * @param offerStaysFor elapsed time after the reply deadline
 * @param earlyBy elapsed time before the receipt in which a fact counts as at it
 */
@ConfigurationProperties("hourglass.policy")
public record PolicyDefaults(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("PT72H") Duration replyWithin,
        @DefaultValue("P3D") Period objectWithin,
        @DefaultValue("5") int booksCloseAfterDays,
        @DefaultValue("30") int rateWindowDays,
        @DefaultValue("NATURAL_DAY") DuplicateRule duplicates,
        @DefaultValue("P14D") Duration offerStaysFor,
        @DefaultValue("true") boolean textlessReplyCounts,
        @DefaultValue("PT5M") Duration earlyBy) {}
