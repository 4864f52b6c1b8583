package io.hourglass.dispute.kept;

import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.rate.standing.Crossing;
import java.time.Instant;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A further revision of a published number, what it was before, and by which dispute.
 *
 * @param supplier who disputed
 * @param subject whose number it is: the supplier, or of chat an account or shop of that supplier
 * @param crossed what it does to the gate of its date; null if it stays on its side
 */
@Value.Builder
public record RestatedNumber(
        DisputeId dispute,
        SupplierId supplier,
        Subject subject,
        LocalDate publishedOn,
        int revision,
        int timelyBefore,
        int countableBefore,
        int timely,
        int countable,
        @Nullable Crossing crossed,
        Instant at) {

    /** Whose number it is, where that is a part of the supplier; null for the supplier's own. */
    public @Nullable String part() {
        var id = subject.id();
        return ExternalId.isOwn(id) ? id.substring(ExternalId.OWN.length()) : null;
    }

    public static RestatedNumberBuilder builder() {
        return new RestatedNumberBuilder();
    }
}
