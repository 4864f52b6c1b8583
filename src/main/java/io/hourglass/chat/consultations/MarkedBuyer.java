package io.hourglass.chat.consultations;

import io.hourglass.chat.ConsultationId;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.SupplierId;
import org.jspecify.annotations.Nullable;

/**
 * The case of what is known of a buyer's account.
 *
 * @param shop null where it holds for all
 */
public record MarkedBuyer(ConsultationId id, BuyerId buyer, @Nullable SupplierId shop) {

    /** Whether it holds for chats with that shop. */
    public boolean concerns(SupplierId other) {
        return shop == null || shop.equals(other);
    }
}
