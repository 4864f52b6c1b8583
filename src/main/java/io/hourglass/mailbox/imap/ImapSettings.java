package io.hourglass.mailbox.imap;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * To which mail servers this program connects, and how long it waits for them.
 *
 * @param allowedNetworks inside addresses in which mail servers may be, such as {@code 10.1.0.0/16}
 * @param allowedPorts of mail servers
 * @param plainImap whether mailboxes may be read without encryption
 * @param connectTimeout of each step until the server greets
 * @param commandTimeout of a command, from its first byte to the last one of its answer
 */
@ConfigurationProperties("hourglass.mailbox")
public record ImapSettings(
        @DefaultValue List<String> allowedNetworks,
        @DefaultValue({"143", "993"}) Set<Integer> allowedPorts,
        @DefaultValue("false") boolean plainImap,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("60s") Duration commandTimeout) {

    static final String NETWORKS = "hourglass.mailbox.allowed-networks";

    public ImapSettings {
        allowedNetworks = List.copyOf(allowedNetworks);
        allowedPorts = Set.copyOf(allowedPorts);
    }
}
