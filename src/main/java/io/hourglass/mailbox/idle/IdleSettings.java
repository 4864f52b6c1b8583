package io.hourglass.mailbox.idle;

import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mailboxes are waited for by IDLE.
 *
 * @param idleConnections that this node has for it at a time, beside those that read; 0 for none
 * @param idleFor how long at most a mailbox is waited for before it is asked whether it is still there; what lies in between
 *     forgets silent connections after ten minutes or later
 */
@Validated
@ConfigurationProperties("hourglass.mailbox")
public record IdleSettings(
        @PositiveOrZero @DefaultValue("12") int idleConnections,
        @DurationMin(seconds = 1) @DefaultValue("9m") Duration idleFor) {}
