package io.hourglass.inquiry;

import io.hourglass.kernel.BuyerId;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All inquiries. Instants bound a half-open range: from is included, until is not. */
public interface Inquiries {

    void add(Inquiry inquiry);

    Optional<Inquiry> find(InquiryId id);

    /** Holds the inquiry until the transaction ends: whoever is to change something about it does this first. */
    Optional<Inquiry> lock(InquiryId id);

    /** Of one buyer to one supplier. */
    List<Inquiry> ofPair(BuyerId buyer, SupplierId supplier, Instant from, Instant until);

    /** Of every pair that has an inquiry on that day. */
    List<Inquiry> ofPairsOn(LocalDate day, Instant from, Instant until);

    List<Inquiry> ofSupplier(SupplierId supplier, Instant from, Instant until);

    /** Notes that a mail belongs to the inquiry's thread; to note it again changes nothing. */
    void addToThread(String messageId, InquiryId inquiry);

    /** The inquiry of that buyer to that supplier in whose thread the mail is known (R3). */
    Optional<InquiryId> findThread(String messageId, BuyerId buyer, SupplierId supplier);

    long count();
}
