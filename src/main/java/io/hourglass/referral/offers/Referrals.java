package io.hourglass.referral.offers;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All referrals, what was offered in them, and what was picked. */
public interface Referrals {

    void add(Referral referral, List<Offered> offer);

    default Optional<Referral> find(InquiryId inquiry) {
        return Optional.ofNullable(find(List.of(inquiry)).get(inquiry));
    }

    /** By inquiry; one whose buyer never asked is absent. */
    Map<InquiryId, Referral> find(Collection<InquiryId> inquiries);

    /** In the order of their places. */
    List<Offered> offerOf(InquiryId inquiry);

    /** Picked or declined. */
    void end(InquiryId inquiry, ReferralState state, Instant at);

    /** The first sight counts; later ones change nothing. */
    void seen(InquiryId inquiry, Instant at);

    void add(Collection<Pick> picks);

    /** In the order of their places in the offer. */
    List<Pick> picksOf(InquiryId inquiry);

    /** Everything that was picked on behalf of a root. */
    List<Pick> picksOfRoot(InquiryId root);

    /** Everything that was picked on behalf of roots received on those days, both included. */
    List<Pick> picksOfRootsOn(LocalDate from, LocalDate to);

    /** Everything that was picked in that time: from is included, until is not. */
    List<Pick> pickedBetween(Instant from, Instant until);

    /** The picks that inquiries were carried over by; one that its buyer sent itself is absent. */
    Map<InquiryId, Pick> picksBehind(Collection<InquiryId> newInquiries);

    /** The pick that an inquiry was carried over by; empty if its buyer sent it itself. */
    default Optional<Pick> pickBehind(InquiryId newInquiry) {
        return Optional.ofNullable(picksBehind(List.of(newInquiry)).get(newInquiry));
    }

    /** How often each has asked since then. */
    Map<BuyerSince, Integer> asksOf(Collection<BuyerSince> buyers);

    /** A buyer, and a time that begins after the instant. */
    record BuyerSince(BuyerId buyer, Instant since) {}

    /** Another id stands for the buyer from here on; the words by which suppliers were found for it are forgotten. */
    void rename(BuyerId buyer, BuyerId replacement);

    /** How many inquiries each has gained since then; who gained none is absent. */
    Map<SupplierId, Integer> gainsOf(Collection<SupplierId> suppliers, Instant since);
}
