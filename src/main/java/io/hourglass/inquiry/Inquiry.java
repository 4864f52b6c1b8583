package io.hourglass.inquiry;

import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's question to one supplier.
 *
 * @param channel where the buyer wrote it, in the marketplace's own terms (R14)
 * @param category a path of the marketplace's own taxonomy
 * @param recordedAt when Hourglass recorded it
 * @param day the natural day of receipt
 * @param policyVersion the version in force at receipt
 * @param found whether a person found that another mail belongs to it; that may have been taken back
 */
@Value.Builder
public record Inquiry(
        InquiryId id,
        BuyerId buyer,
        SupplierId supplier,
        Channel channel,
        @Nullable String category,
        Instant receivedAt,
        Instant recordedAt,
        LocalDate day,
        int policyVersion,
        boolean found) {

    /** One that no other mail was found to belong to. */
    public static InquiryBuilder builder() {
        return new InquiryBuilder().found(false);
    }
}
