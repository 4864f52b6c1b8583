package io.hourglass.inquiry;

import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All inquiries. Instants bound a half-open range: from is included, until is not. */
public interface Inquiries {

    /**
     * @param replyDueAt its reply deadline, which never changes
     * @param subject by whose words it is found, beside its id and its buyer's; null if there is none
     */
    void add(Inquiry inquiry, Instant replyDueAt, @Nullable String subject);

    Optional<Inquiry> find(InquiryId id);

    /** The same for many, in no order; one that does not exist is absent. */
    List<Inquiry> find(Collection<InquiryId> ids);

    /** Holds the inquiry until the transaction ends: what changes something about it does this first. */
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

    /**
     * The first receipt of those whose reply deadline lies after the instant, in any state; empty if there is none.
     *
     * @param from no such was received on an earlier day
     */
    Optional<Instant> firstReceiptDueAfter(Instant instant, SupplierId supplier, LocalDate from);

    List<Inquiry> ofBuyer(BuyerId buyer, Instant from, Instant until);

    /** Notes that a mail belongs to the inquiry's thread; to note it again changes nothing. */
    void addToThread(String messageId, InquiryId inquiry);

    /** The Message-IDs of the mails in the inquiry's thread, in no order that means anything. */
    List<String> threadOf(InquiryId inquiry);

    /** Notes that the mails of those hashes tie the inquiry to others of its pair; to note it again changes nothing. */
    void tie(Inquiry inquiry, Collection<String> hashes);

    /** Notes that a person found that another mail belongs to the inquiry. */
    void markFound(InquiryId inquiry);

    /** The inquiries of the pair that the mail ties together; a mail that ties none is absent. */
    Map<MailOfPair, List<Tied>> tiedBy(Collection<MailOfPair> mails);

    /** A fact of the inquiry has the hash from here on. */
    void isFormerNoMore(String hash, InquiryId inquiry);

    /** In the order of their ids. */
    List<InquiryId> of(BuyerId buyer);

    /**
     * Another id stands for the buyer from here on; the ids of its mails are forgotten, but not their hashes, and by no word
     * of theirs are its inquiries found any more.
     */
    void rename(BuyerId buyer, BuyerId replacement);

    long count();

    /** The hash of a mail between a buyer and a supplier. */
    record MailOfPair(BuyerId buyer, SupplierId supplier, String hash) {

        public boolean isOf(Inquiry inquiry) {
            return inquiry.buyer().equals(buyer) && inquiry.supplier().equals(supplier);
        }
    }

    /** @param former whether the mail is of the inquiry's thread, but from before facts had hashes */
    record Tied(Inquiry inquiry, boolean former) {}

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
