package io.hourglass.incoming.deliveries;

import io.hourglass.kernel.Refused;
import java.util.Map;

/** A delivery was repeated under its id, but with another body. Nothing has been changed. */
public class DeliveryConflict extends Refused {

    private static final long serialVersionUID = 1L;

    DeliveryConflict(String id) {
        super("Known with another body", "The delivery " + id + " was taken with another body", Map.of());
    }
}
