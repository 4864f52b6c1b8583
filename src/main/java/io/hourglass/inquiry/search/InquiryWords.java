package io.hourglass.inquiry.search;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.reading.InquirySearch.Wanted;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where inquiries are found by words. */
public interface InquiryWords {

    /**
     * The newest first, then by id.
     *
     * @param wanted what else must hold of them
     * @param offset how many to leave out at the top
     * @param limit how many to give at the most
     */
    List<Inquiry> find(Sought sought, Wanted wanted, Narrowing narrowing, long offset, int limit);

    /**
     * How many of those that were received from that day on have each as {@link Narrowing#booked}; one without any is absent.
     *
     * @param supplier null for all
     */
    Map<InquiryState, Integer> booked(LocalDate from, @Nullable SupplierId supplier);

    /**
     * Of those that are wanted, the inquiry with a fact of that very id, and those with a mail in whose Message-ID words begin with
     * all those that were typed; in no order.
     *
     * @param typed without blanks at its ends
     * @param limit how many to give at the most
     */
    List<InquiryId> named(String typed, Wanted wanted, int limit);

    /**
     * Buyers in whose id words begin with all of these, or with that very id; whose newest inquiry is newest first.
     *
     * @param words as {@link io.hourglass.kernel.text.SearchTerms} has them; none is any
     * @param limit how many of the newest inquiries are looked at
     */
    List<BuyerId> buyers(Collection<String> words, String typed, int limit);

    /**
     * Of each inquiry of the supplier its buyer, in no order.
     *
     * @param limit how many to give at the most
     */
    List<BuyerId> buyersOf(SupplierId supplier, int limit);

    /** How many inquiries each has sent; one without any is absent. */
    Map<BuyerId, Integer> inquiriesOf(Collection<BuyerId> buyers);
}
