package io.hourglass.portal.buyer;

import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry in the list, and beside it those that it was carried over to.
 *
 * @param supplier the name of the one asked
 * @param subject null if there is none, or it was erased
 * @param due the reply deadline
 * @param left until then; null unless an answer is waited for
 * @param answered when the first answer was given; null without one
 * @param onOffer whether the buyer may ask for alternatives now
 */
record Sent(
        String id,
        String supplier,
        @Nullable String subject,
        Shown at,
        BuyerStatus became,
        Shown due,
        @Nullable String left,
        @Nullable Shown answered,
        boolean onOffer,
        List<Sent> carriedOver) {}
