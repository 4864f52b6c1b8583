package io.hourglass.incoming.deliveries;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The deliveries that were taken, as long as a source might repeat one. */
public interface TakenDeliveries {

    /** The hash of its body. */
    Optional<String> bodyOf(DeliveryKey key);

    /** Asks for many together. */
    void prefetch(Collection<DeliveryKey> keys);

    /** Two that add the same at once do not both commit. */
    void add(Delivery delivery, Instant now);

    void forgetBefore(Instant instant);
}
