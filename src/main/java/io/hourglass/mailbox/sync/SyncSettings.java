package io.hourglass.mailbox.sync;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mailboxes are read.
 *
 * @param interval from the beginning of a pass of a mailbox to that of the next
 * @param warnAfter how long a mailbox may go unread before that is told; shorter than until it is a gap, so that somebody may mend it
 * @param connections that this node has open at a time
 * @param connectionsOfAHost of these, to one host
 */
@Validated
@ConfigurationProperties("hourglass.mailbox")
public record SyncSettings(
        @DefaultValue("60s") Duration interval,
        @DurationMin(seconds = 1) @DefaultValue("2m") Duration warnAfter,
        @Positive @DefaultValue("32") int connections,
        @Positive @DefaultValue("12") int connectionsOfAHost) {}
