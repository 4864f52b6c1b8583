package io.hourglass.relay.addresses;

import io.hourglass.kernel.InvalidInput;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the relay gets its mail.
 *
 * @param domain behind the {@code @} of its addresses, in small letters; empty while it is off
 * @param receivedBy the name under which the marketplace's own mail server writes when it received a mail; empty if it is not to be believed
 */
@ConfigurationProperties("hourglass.relay")
public record RelaySettings(@DefaultValue("") String domain, @DefaultValue("") String receivedBy) {

    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST = 200;

    /** @throws InvalidInput if one is set to what is no name of a host */
    public RelaySettings {
        domain = host("hourglass.relay.domain", domain);
        receivedBy = host("hourglass.relay.received-by", receivedBy);
    }

    private static String host(String setting, String value) {
        var host = value.strip().toLowerCase(Locale.ROOT);
        if (!host.isEmpty() && (host.length() > LONGEST || !HOST.matcher(host).matches())) {
            throw new InvalidInput(setting, value, "the name of a host, such as relay.market.example, or left out");
        }
        return host;
    }

    public boolean isOn() {
        return !domain.isEmpty();
    }
}
