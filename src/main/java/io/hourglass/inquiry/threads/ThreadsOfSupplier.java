package io.hourglass.inquiry.threads;

import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.pairs.MailHash;
import io.hourglass.kernel.facts.MessageId;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Inquiries of one supplier, and the mails that are known to be about each: the mail that it came by, replies to it, and mails that its
 * buyer wrote on. It knows no id, only hashes, salted by each buyer's pseudonym: an id is hashed once for each buyer. Not for several threads.
 */
public final class ThreadsOfSupplier {

    private static final Comparator<Inquiry> EARLIEST =
            Comparator.comparing(Inquiry::receivedAt).thenComparing(Inquiry::id);

    private final Map<InquiryId, Inquiry> inquiries = new LinkedHashMap<>();
    private final Map<BuyerId, String> pseudonyms;
    private final Map<String, Inquiry> byHash = new HashMap<>();

    /** @param pseudonyms of buyers; of one without, no mail is known */
    ThreadsOfSupplier(Collection<Inquiry> inquiries, Map<BuyerId, String> pseudonyms) {
        inquiries.forEach(inquiry -> this.inquiries.put(inquiry.id(), inquiry));
        this.pseudonyms = Map.copyOf(pseudonyms);
    }

    /** Of several with one id the earliest is meant. */
    void add(Inquiry inquiry, Collection<String> hashes) {
        hashes.forEach(
                hash -> byHash.merge(hash, inquiry, (one, other) -> EARLIEST.compare(one, other) <= 0 ? one : other));
    }

    /** From here on a mail with that id is about the inquiry. */
    public void add(Inquiry inquiry, String messageId) {
        add(inquiry, hash(inquiry.buyer(), messageId).stream().toList());
    }

    /**
     * What a mail with that id is about: nothing, or one inquiry. It may be one of each of several buyers, since senders choose the ids of
     * their mails.
     */
    public List<Inquiry> about(String messageId) {
        return MessageId.normal(messageId).stream()
                .flatMap(id -> pseudonyms.values().stream().map(pseudonym -> MailHash.of(pseudonym, id)))
                .flatMap(hash -> Stream.ofNullable(byHash.get(hash)))
                .toList();
    }

    Optional<String> hash(BuyerId buyer, String messageId) {
        return MessageId.normal(messageId)
                .flatMap(id -> Optional.ofNullable(pseudonyms.get(buyer)).map(pseudonym -> MailHash.of(pseudonym, id)));
    }

    public Optional<Inquiry> find(InquiryId id) {
        return Optional.ofNullable(inquiries.get(id));
    }

    /** Without an order. */
    public Collection<Inquiry> all() {
        return List.copyOf(inquiries.values());
    }

    /** Whether nothing personal of the inquiry is kept any more: its buyer has been erased. */
    public boolean isErased(Inquiry inquiry) {
        return Objects.equals(pseudonyms.get(inquiry.buyer()), inquiry.buyer().value());
    }
}
