package io.hourglass.portal.alternatives;

import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.kernel.time.ZonedFormat.Shown;
import io.hourglass.portal.Answer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the page says.
 *
 * @param supplier the name of the one asked
 * @param subject null if there is none, or it was erased; the body likewise
 * @param due the reply deadline
 * @param offerEnds the last instant to ask, and to pick
 * @param readableUntil when the link expires
 * @param answers of the supplier asked, however late
 * @param offeredOn when the buyer asked and the figures were taken; null if there is no referral
 * @param atMost how many may be picked
 * @param nearest where no supplier was found; else null
 */
record BuyersView(
        String token,
        Stage stage,
        String supplier,
        String buyer,
        @Nullable String subject,
        @Nullable String body,
        Set<Detail> keptInPart,
        @Nullable String category,
        Shown sent,
        BuyerStatus became,
        Shown due,
        Shown offerEnds,
        Shown readableUntil,
        List<Answer> answers,
        @Nullable Shown offeredOn,
        List<Card> cards,
        int atMost,
        List<Followed> picks,
        @Nullable String nearest) {}
