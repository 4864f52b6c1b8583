package io.hourglass.dispute.kept;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.standing.Crossing;
import java.time.Instant;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A further revision of a published number, what it was before, and by which dispute.
 *
 * @param crossed what it does to the gate of its date; null if it stays on its side
 */
@Value.Builder
public record RestatedNumber(
        DisputeId dispute,
        SupplierId supplier,
        LocalDate publishedOn,
        int revision,
        int timelyBefore,
        int countableBefore,
        int timely,
        int countable,
        @Nullable Crossing crossed,
        Instant at) {

    public static RestatedNumberBuilder builder() {
        return new RestatedNumberBuilder();
    }
}
