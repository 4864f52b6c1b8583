package io.hourglass.mailbox.coverage;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param lag for how long a mailbox may go unread without a gap */
@Validated
@ConfigurationProperties("hourglass.mailbox")
public record CoverageSettings(@DurationMin(seconds = 1) @DurationMax(hours = 12) @DefaultValue("10m") Duration lag) {}
