package io.hourglass.chat.consultations;

import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.BuyerId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose accounts something is known of. Each is a case of its own, whose facts are the marks and their corrections. */
public interface MarkedBuyers {

    /** Notes such a case; to note it again changes nothing. */
    void add(MarkedBuyer marked);

    /** By buyer; one of whom nothing is known is absent. */
    Map<BuyerId, List<MarkedBuyer>> of(Collection<BuyerId> buyers);

    Optional<MarkedBuyer> find(ConsultationId id);
}
