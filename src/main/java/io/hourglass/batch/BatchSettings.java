package io.hourglass.batch;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How calls share transactions.
 *
 * @param atOnce batches that run at the same time; each holds a database connection, sometimes two
 * @param size calls in a batch, at the most
 * @param waiting calls that may wait for a batch; more are refused
 */
@Validated
@ConfigurationProperties("hourglass.groups")
public record BatchSettings(
        @Positive @DefaultValue("2") int atOnce,
        @Positive @DefaultValue("50") int size,
        @Positive @DefaultValue("150") int waiting) {}
