package io.hourglass.portal.alternatives;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.referral.offers.ReferralState;

/** Where the buyer stands with an inquiry. */
enum Stage {
    /** The supplier has time still. */
    WAITING,
    /** The supplier has answered, and the buyer never asked for others. */
    ANSWERED,
    /** Nobody is held to answer it. */
    SET_ASIDE,
    /** The buyer took it back. */
    WITHDRAWN,
    /** The buyer may ask for alternatives. */
    ON_OFFER,
    /** The buyer could have asked, and did not in time. */
    NEVER_ASKED,
    /** The buyer has asked, and the search has not begun yet. */
    SEARCHING,
    OFFERED,
    PICKED,
    DECLINED,
    EXPIRED,
    NOBODY_FOUND,
    LIMIT_REACHED;

    static Stage of(ReferralState state) {
        return switch (state) {
            case OFFERED -> OFFERED;
            case PICKED -> PICKED;
            case DECLINED -> DECLINED;
            case WITHDRAWN -> WITHDRAWN;
            case EXPIRED -> EXPIRED;
            case NOBODY_FOUND -> NOBODY_FOUND;
            case LIMIT_REACHED -> LIMIT_REACHED;
        };
    }

    /** Of an inquiry without a referral. */
    static Stage of(InquiryFile file) {
        var became = BuyerStatus.of(file);
        if (file.onOffer()) {
            return hasAsked(file) ? SEARCHING : ON_OFFER;
        }
        return switch (became) {
            case WAITING -> WAITING;
            case ANSWERED -> ANSWERED;
            case SET_ASIDE -> SET_ASIDE;
            case WITHDRAWN -> WITHDRAWN;
            case REJECTED, UNANSWERED, NOT_VISIBLE -> NEVER_ASKED;
        };
    }

    private static boolean hasAsked(InquiryFile file) {
        return file.facts().stream()
                .anyMatch(kept ->
                        kept.stored().fact().is(InquiryFactKind.ALTERNATIVES_REQUESTED) && kept.refusal() == null);
    }
}
