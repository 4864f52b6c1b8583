package io.hourglass.referral;

import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.ProductWords;
import io.hourglass.referral.ranking.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** What goes on between buyers and suppliers. Implemented by the module that has the inquiries. */
public interface ReferralContext {

    /**
     * Holds the inquiry until the transaction ends, and says what its buyer is looking for.
     *
     * @throws NotFound if there is no such inquiry
     */
    default Request hold(InquiryId inquiry) {
        return Optional.ofNullable(hold(List.of(inquiry)).get(inquiry))
                .orElseThrow(() -> new NotFound("inquiry", inquiry.value()));
    }

    /** The same for many; one that does not exist is absent. */
    Map<InquiryId, Request> hold(Collection<InquiryId> inquiries);

    /** How many inquiries each has still to answer, within the deadline; who has none is absent. */
    Map<SupplierId, Integer> openInquiriesOf(Collection<SupplierId> suppliers);

    /** Who rejected an inquiry of the buyer since then. */
    Set<SupplierId> rejectedBy(BuyerId buyer, Instant since);

    /** The suppliers to which the buyer sent an inquiry in the same category since then; none where it has no category. */
    Set<SupplierId> askedBy(BuyerId buyer, @Nullable String category, Instant since);

    /** Notifies the buyer that no supplier can be recommended. */
    void tellNobodyFound(InquiryId inquiry);

    /**
     * @param text what the buyer wrote, to find suppliers by; it goes to none of them
     * @param offerExpires the last instant at which the buyer may pick
     */
    @Value.Builder
    record Request(
            InquiryId inquiry,
            BuyerId buyer,
            SupplierId asked,
            @Nullable String category,
            String text,
            Instant receivedAt,
            LocalDate day,
            Instant offerExpires) {

        public static RequestBuilder builder() {
            return new RequestBuilder();
        }

        /** Of the category first, then of the text. */
        Set<String> words() {
            var words = ProductWords.of(category);
            words.addAll(ProductWords.of(text));
            return words;
        }

        Wish wish() {
            return new Wish(buyer, asked, category);
        }
    }
}
