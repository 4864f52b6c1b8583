package io.hourglass.messages.calls;

import io.hourglass.kernel.InvalidInput;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
record Network(InetAddress address, int bits) {

    private static final Pattern FORM = Pattern.compile("([0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)/([0-9]{1,3})");

    /**
     * @param property that says it
     * @throws InvalidInput if it is none
     */
    static Network of(String text, String property) {
        var form = FORM.matcher(text);
        if (form.matches()) {
            try {
                var address = InetAddress.getByName(form.group(1)); // digits alone: no name is looked up
                var bits = Integer.parseInt(form.group(2));
                if (bits <= address.getAddress().length * Byte.SIZE) {
                    return new Network(address, bits);
                }
            } catch (UnknownHostException e) {
                throw none(text, property);
            }
        }
        throw none(text, property);
    }

    private static InvalidInput none(String text, String property) {
        return new InvalidInput(property, text, "a network such as 10.1.0.0/16 or fd00::/8");
    }

    boolean holds(InetAddress other) {
        var ours = address.getAddress();
        var theirs = other.getAddress();
        if (theirs.length != ours.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % Byte.SIZE);
            if (((theirs[bit / Byte.SIZE] ^ ours[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
