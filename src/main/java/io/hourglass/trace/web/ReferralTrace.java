package io.hourglass.trace.web;

import io.hourglass.referral.Alternatives.Course;
import io.hourglass.referral.offers.Offered;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Reasons;
import io.hourglass.referral.offers.ReferralState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status of the buyer's request for alternatives. */
record ReferralTrace(
        ReferralState state,
        Instant askedAt,
        @Schema(description = "The last instant at which the buyer may pick.") Instant expiresAt,
        @Schema(description = "When the buyer first saw the offer.") @Nullable Instant firstSeenAt,
        @Schema(description = "When it picked or declined.") @Nullable Instant decidedAt,
        @Schema(description = "Of the rules of referrals.") int policyVersion,
        List<OfferedView> offer,
        List<PickView> picks) {

    /** A supplier in the offer, its score in parts, and what spoke for it then. */
    record OfferedView(
            int place,
            String supplier,
            double score,
            double relevance,
            double reliability,
            double room,
            boolean newcomer,
            int timely,
            int countable,
            Reasons reasons) {

        static OfferedView of(Offered offered) {
            var ranked = offered.ranked();
            var candidate = ranked.candidate();
            return new OfferedView(
                    ranked.place(),
                    candidate.supplier().value(),
                    ranked.score(),
                    candidate.relevance(),
                    ranked.reliability(),
                    ranked.room(),
                    ranked.newcomer(),
                    candidate.timely(),
                    candidate.countable(),
                    offered.reasons());
        }
    }

    /** A supplier picked, and the inquiry that was carried over to it. */
    record PickView(int place, String supplier, String inquiry, Instant pickedAt) {

        static PickView of(Pick pick) {
            return new PickView(
                    pick.place(), pick.supplier().value(), pick.newInquiry().value(), pick.pickedAt());
        }
    }

    static ReferralTrace of(Course course) {
        var referral = course.referral();
        return new ReferralTrace(
                course.state(),
                referral.askedAt(),
                referral.expiresAt(),
                referral.firstSeenAt(),
                referral.decidedAt(),
                referral.policyVersion(),
                course.offer().stream().map(OfferedView::of).toList(),
                course.picks().stream().map(PickView::of).toList());
    }
}
