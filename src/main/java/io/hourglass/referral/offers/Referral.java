package io.hourglass.referral.offers;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The status of a buyer's request for alternatives.
 *
 * @param inquiry the one that went unanswered or was rejected
 * @param root the inquiry that the buyer sent itself: this one, or the first of those it was carried over from
 * @param rootDay the root's natural day of receipt
 * @param asked the supplier that the inquiry was sent to
 * @param category a path; null if the inquiry has none
 * @param state as it was written: an offer that has expired is still OFFERED, see {@link #stateAt}
 * @param expiresAt the last instant at which the buyer may pick
 * @param firstSeenAt when the buyer first saw the offer; null while it has not
 * @param decidedAt when the buyer picked or declined; null while it has not
 * @param nearest where no supplier was found, the most similar category that has suppliers; else null
 * @param policyVersion of the rules of referrals
 */
@Value.Builder
public record Referral(
        InquiryId inquiry,
        InquiryId root,
        LocalDate rootDay,
        BuyerId buyer,
        SupplierId asked,
        @Nullable String category,
        ReferralState state,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Instant firstSeenAt,
        @Nullable Instant decidedAt,
        @Nullable String nearest,
        int policyVersion) {

    public static ReferralBuilder builder() {
        return new ReferralBuilder();
    }

    public ReferralState stateAt(Instant now) {
        return state == ReferralState.OFFERED && now.isAfter(expiresAt) ? ReferralState.EXPIRED : state;
    }
}
