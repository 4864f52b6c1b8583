package io.hourglass.referral.offers;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import org.immutables.value.Value;

/**
 * A supplier that the buyer picked, and the inquiry that was carried over to it.
 *
 * @param inquiry the one that the offer was about
 * @param asked the supplier that the inquiry was sent to at first
 * @param place in the offer
 * @param root see {@link Referral#root()}
 */
@Value.Builder
public record Pick(
        InquiryId inquiry,
        SupplierId asked,
        SupplierId supplier,
        int place,
        InquiryId newInquiry,
        InquiryId root,
        LocalDate rootDay,
        Instant pickedAt) {

    public static PickBuilder builder() {
        return new PickBuilder();
    }
}
