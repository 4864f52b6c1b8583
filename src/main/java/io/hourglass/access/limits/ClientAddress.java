package io.hourglass.access.limits;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What counts as one address in every limit: an IPv4 address, or the 64 bits of an IPv6 address that a provider gives to
 * one customer, without the port that some proxies add.
 *
 * @param text as it is logged: {@code 192.0.2.7}, {@code 20010db800000001::/64}; {@code unknown} for what is no address
 */
public record ClientAddress(String text) {

    private static final Pattern V4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{1,5})?");
    private static final Pattern V6 =
            Pattern.compile("\\[?([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:%[^\\]]*)?(?:]?|](?::\\d{1,5})?)");
    private static final ClientAddress UNKNOWN = new ClientAddress("unknown");
    private static final int NETWORK_BYTES = 8;

    /** @param address in digits, as a socket or a proxy's header has it; names are not looked up */
    public static ClientAddress of(@Nullable String address) {
        var given = address == null ? "" : address.strip();
        var v4 = V4.matcher(given);
        if (v4.matches()) {
            return parsed(v4.group(1));
        }
        var v6 = V6.matcher(given);
        return v6.matches() ? parsed(v6.group(1)) : UNKNOWN;
    }

    /** @param digits of a form for which no name is looked up */
    private static ClientAddress parsed(String digits) {
        try {
            return of(InetAddress.getByName(digits));
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    /** IPv4 within IPv6 is IPv4. */
    static ClientAddress of(InetAddress address) {
        if (address instanceof Inet4Address) {
            return new ClientAddress(address.getHostAddress());
        }
        var network = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
        return new ClientAddress(HexFormat.of().formatHex(network) + "::/64");
    }
}
