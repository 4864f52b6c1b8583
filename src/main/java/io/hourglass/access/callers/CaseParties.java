package io.hourglass.access.callers;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.tracks.OfTrack;
import java.util.Optional;

/** Whose a case of a track is. Implemented by the module that has the cases. */
public interface CaseParties extends OfTrack {

    /** By which part of an address such a case is named, as in {@code {inquiry}}; {@link io.hourglass.kernel.NotFound} says the same. */
    String pathVariable();

    /** @throws io.hourglass.kernel.InvalidInput if it can be no id */
    Optional<Parties> of(String id);

    /** Between whom it is. */
    record Parties(BuyerId buyer, SupplierId supplier) {}
}
