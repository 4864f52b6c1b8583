package io.hourglass.messages.calls;

import io.hourglass.kernel.InvalidInput;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which addresses may be those of a webhook, as far as can be said without looking a name up. Where a name leads is checked with
 * each call.
 */
@Component
public class CallableAddresses {

    public static final int MAX_LENGTH = 500;

    private static final Pattern PLAIN = Pattern.compile("[!-~]+");
    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+|\\[.*]");

    private final AllowedAddresses allowed;
    private final CallSettings settings;

    public CallableAddresses(AllowedAddresses allowed, CallSettings settings) {
        this.allowed = allowed;
        this.settings = settings;
    }

    /** @throws InvalidInput if it is none, with why */
    public URI checked(@Nullable String url) {
        var uri = parsed(url);
        var scheme = uri.getScheme();
        if (!"https".equals(scheme) && !(settings.plainHttp() && "http".equals(scheme))) {
            throw new InvalidInput("url", url, "an address that begins with https://");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new InvalidInput("url", url, "an address with a host, without a user and without a fragment");
        }
        if (leadsInside(uri.getHost().toLowerCase(Locale.ROOT))) {
            throw new InvalidInput("url", url, "an address outside of this machine and its network");
        }
        return uri;
    }

    private static URI parsed(@Nullable String url) {
        if (url == null || url.length() > MAX_LENGTH || !PLAIN.matcher(url).matches()) {
            throw new InvalidInput("url", url, "an address of at most " + MAX_LENGTH + " characters of ASCII");
        }
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("url", url, "an address such as https://example.com/hooks");
        }
    }

    private boolean leadsInside(String host) {
        if (!NUMBERS.matcher(host).matches()) {
            return host.equals("localhost") || host.endsWith(".localhost");
        }
        try {
            return !allowed.allows(InetAddress.getByName(host)); // digits alone: no name is looked up
        } catch (UnknownHostException e) {
            return true;
        }
    }
}
