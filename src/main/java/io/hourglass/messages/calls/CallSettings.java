package io.hourglass.messages.calls;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are called.
 *
 * @param allowedNetworks inside addresses to which messages may be sent, such as {@code 10.1.0.0/16}
 * @param plainHttp whether webhooks may be called without encryption
 * @param timeout of a call, from its beginning to the last byte of the answer
 * @param atOnce calls of one webhook that are under way at the same time
 */
@Validated
@ConfigurationProperties("hourglass.messages.webhooks")
public record CallSettings(
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue("15s") Duration timeout,
        @Positive @DefaultValue("8") int atOnce) {}
