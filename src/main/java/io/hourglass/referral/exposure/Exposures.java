package io.hourglass.referral.exposure;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** The exposure ledger: which supplier was shown at which position, and who gained from whom. */
public interface Exposures {

    /**
     * Each place of an offer: how often a buyer saw a supplier there, and how often it picked that one. What is picked
     * less further down although it is as good is picked less for its place.
     */
    List<Place> places(Instant since);

    /** @param shown in offers that the buyer has seen */
    record Place(int place, int offered, int shown, int picked) {}

    /** A page of the ledger, the latest first; those of one offer in the order of their places. */
    List<Exposure> ledger(Instant since, long offset, int limit);

    /**
     * A supplier in an offer.
     *
     * @param shown whether the buyer saw the offer
     */
    @Value.Builder
    record Exposure(
            InquiryId inquiry,
            SupplierId asked,
            SupplierId supplier,
            int place,
            boolean newcomer,
            boolean shown,
            boolean picked,
            Instant at) {

        public static ExposureBuilder builder() {
            return new ExposureBuilder();
        }
    }

    /** For each supplier asked and each that gained from it: how many picks. */
    List<Gain> gains(Instant since);

    record Gain(SupplierId asked, SupplierId gainer, int picks) {}
}
