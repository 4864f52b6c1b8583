package io.hourglass.incoming.deliveries;

import io.hourglass.batch.Prefetcher;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks for the deliveries of a batch together. */
@Component
class DeliveryPrefetcher implements Prefetcher<DeliveryKey> {

    private final TakenDeliveries taken;

    DeliveryPrefetcher(TakenDeliveries taken) {
        this.taken = taken;
    }

    @Override
    public void load(List<DeliveryKey> keys) {
        taken.prefetch(keys);
    }
}
