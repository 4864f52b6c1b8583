package io.hourglass.chat.watch;

import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the watch over buyers asks, for many of them at once. */
public interface WatchedBuyers {

    /** Those with at least so many consultations on the days, both included. */
    Set<BuyerId> busy(Collection<BuyerId> buyers, LocalDate from, LocalDate to, int least);

    /** Those that were registered at that instant or later, with it. */
    Map<BuyerId, Instant> registeredSince(Collection<BuyerId> buyers, Instant since);

    /** When its account was made, if the marketplace has said so. */
    default Optional<Instant> registeredAt(BuyerId buyer) {
        return Optional.ofNullable(
                registeredSince(List.of(buyer), Instant.EPOCH).get(buyer));
    }

    /** When the marketplace says that the buyer's account was made; what it said before is replaced. */
    void registered(BuyerId buyer, Instant at);

    /** The texts of the buyer's messages in some consultations; one without a text, or whose text is erased, is absent. */
    Map<FactId, String> texts(Collection<ConsultationId> consultations);

    /** Another id stands for the buyer from here on. */
    void rename(BuyerId buyer, BuyerId replacement);
}
