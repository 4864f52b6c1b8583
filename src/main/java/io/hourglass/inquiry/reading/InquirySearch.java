package io.hourglass.inquiry.reading;

import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.Details;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Finds inquiries by their known attributes. */
public interface InquirySearch {

    /**
     * The newest first, then by id.
     *
     * @param offset how many to leave out at the top
     * @param limit how many to give at the most
     */
    List<Inquiry> find(Wanted wanted, long offset, int limit);

    /**
     * What all of those found have in common; what is null does not matter.
     *
     * @param fact one of its own
     * @param messageId of a mail in the thread; it may have reached several suppliers
     * @param from the first natural day of receipt
     * @param to the last, included
     */
    @Value.Builder
    record Wanted(
            @Nullable InquiryId inquiry,
            @Nullable FactId fact,
            @Nullable String messageId,
            @Nullable BuyerId buyer,
            @Nullable SupplierId supplier,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /**
         * A Message-ID is looked for as it is kept.
         *
         * @throws InvalidInput if the days are in the wrong order
         */
        public Wanted {
            messageId = new Details().line(Detail.MESSAGE_ID, messageId);
            if (from != null && to != null && from.isAfter(to)) {
                throw new InvalidInput("from", from, "on or before the last day, " + to);
            }
        }

        public static WantedBuilder builder() {
            return new WantedBuilder();
        }

        public boolean isNothing() {
            return Stream.of(inquiry, fact, messageId, buyer, supplier, from, to)
                    .allMatch(Objects::isNull);
        }
    }
}
