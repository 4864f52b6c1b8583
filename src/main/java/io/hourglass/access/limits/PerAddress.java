package io.hourglass.access.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one address may hold of a node.
 *
 * @param connections open ones, idle ones included; proxies that are trusted to name their clients have no limit
 * @param requestsAtOnce under way; half of the server's threads, so that there are always others
 * @param bodyWithin from the arrival of a request's headers to that of its last byte
 */
@ConfigurationProperties("hourglass.access.of-an-address")
public record PerAddress(
        @DefaultValue("1000") int connections,
        @DefaultValue("200") int requestsAtOnce,
        @DefaultValue("30s") Duration bodyWithin) {}
