package io.hourglass.inquiry;

import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All inquiries. Instants bound a half-open range: from is included, until is not. */
public interface Inquiries {

    void add(Inquiry inquiry);

    Optional<Inquiry> find(InquiryId id);

    /** Holds the inquiry until the transaction ends: whoever is to change something about it does this first. */
    default Optional<Inquiry> lock(InquiryId id) {
        return Optional.ofNullable(lock(List.of(id)).get(id));
    }

    /** The same for many; one that does not exist is absent. */
    Map<InquiryId, Inquiry> lock(Collection<InquiryId> ids);

    /** By pair; one without inquiries has none or is absent. */
    Map<PairInReach, List<Inquiry>> ofPairs(Collection<PairInReach> pairs);

    /** Of every pair that has an inquiry on that day. */
    List<Inquiry> ofPairsOn(LocalDate day, Instant from, Instant until);

    List<Inquiry> receivedOn(LocalDate day);

    List<Inquiry> ofSupplier(SupplierId supplier, Instant from, Instant until);

    List<Inquiry> ofBuyer(BuyerId buyer, Instant from, Instant until);

    /** Notes that a mail belongs to the inquiry's thread; to note it again changes nothing. */
    void addToThread(String messageId, InquiryId inquiry);

    /** The Message-IDs of the mails in the inquiry's thread, in no order that means anything. */
    List<String> threadOf(InquiryId inquiry);

    /** The inquiry of that buyer to that supplier in whose thread the mail is known (R3). */
    Optional<InquiryId> findThread(String messageId, BuyerId buyer, SupplierId supplier);

    /** In the order of their ids. */
    List<InquiryId> of(BuyerId buyer);

    /** Another id stands for the buyer from here on; the threads of its mails are forgotten. */
    void rename(BuyerId buyer, BuyerId replacement);

    long count();

    /** One buyer and one supplier, over some time. */
    record PairInReach(BuyerId buyer, SupplierId supplier, Instant from, Instant until) {

        public boolean holds(Inquiry inquiry) {
            return inquiry.buyer().equals(buyer)
                    && inquiry.supplier().equals(supplier)
                    && !inquiry.receivedAt().isBefore(from)
                    && inquiry.receivedAt().isBefore(until);
        }
    }
}
