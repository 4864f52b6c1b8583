package io.hourglass.incoming.deliveries;

import io.hourglass.batch.Batched;
import io.hourglass.imports.taking.TakeLine;
import io.hourglass.incoming.deliveries.Taken.Fate;
import io.hourglass.kernel.InvalidInput;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes a delivery with the note that it was taken: neither is there without the other, on whatever node, after whatever crash. */
@Component
public class TakeDelivery {

    private final TakeLine each;
    private final TakenDeliveries taken;
    private final Clock clock;

    TakeDelivery(TakeLine each, TakenDeliveries taken, Clock clock) {
        this.each = each;
        this.taken = taken;
        this.clock = clock;
    }

    /**
     * All of its facts, or none.
     *
     * @throws DeliveryConflict if its id is known with another body
     * @throws InvalidInput with the field's path in the body
     * @throws io.hourglass.kernel.NotFound see {@link TakeLine#take}, as for whatever refuses a fact
     */
    @Batched
    public Taken take(Delivery delivery) {
        var known = taken.bodyOf(delivery.key());
        if (known.isPresent()) {
            if (!known.get().equals(delivery.body())) {
                throw new DeliveryConflict(delivery.id());
            }
            return Taken.BEFORE;
        }
        var fates = delivery.facts().stream().map(this::take).toList();
        taken.add(delivery, clock.instant());
        return new Taken(true, fates);
    }

    private Fate take(Sent sent) {
        try {
            return Fate.of(each.take(sent.fact()));
        } catch (InvalidInput e) {
            throw sent.asSent(e);
        }
    }
}
