package io.hourglass.mailbox.sync;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mailboxes are read.
 *
 * @param interval from the beginning of a pass of a mailbox to that of the next
 * @param connections that this node has open at a time
 * @param connectionsOfAHost of these, to one host
 */
@Validated
@ConfigurationProperties("hourglass.mailbox")
public record SyncSettings(
        @DefaultValue("60s") Duration interval,
        @Positive @DefaultValue("32") int connections,
        @Positive @DefaultValue("12") int connectionsOfAHost) {}
