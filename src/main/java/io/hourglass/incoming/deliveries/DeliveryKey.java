package io.hourglass.incoming.deliveries;

import io.hourglass.kernel.text.Sha256;
import java.util.HexFormat;

/** Under which a delivery is kept: the hash of its source and id, in hexadecimal digits. */
public record DeliveryKey(String hash) {

    /** A source's name holds no line feed. */
    static DeliveryKey of(String source, String id) {
        return new DeliveryKey(HexFormat.of().formatHex(Sha256.of(source + "\n" + id)));
    }
}
