package io.hourglass.inquiry.pairs;

import io.hourglass.audit.persons.Pseudonyms;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.kernel.facts.Fact;
import io.hourglass.kernel.facts.MailIds;
import io.hourglass.kernel.facts.MessageId;
import io.hourglass.kernel.ids.BuyerId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns the ids of mails into what is kept of them, and ties inquiries by them. */
@Component
public class MailsOfBuyers {

    private final Pseudonyms pseudonyms;
    private final Inquiries inquiries;

    MailsOfBuyers(Pseudonyms pseudonyms, Inquiries inquiries) {
        this.pseudonyms = pseudonyms;
        this.inquiries = inquiries;
    }

    /**
     * From here on the fact ties its inquiry to others of the pair.
     *
     * @param messageId of the mail that brought it, as it is kept; null if none did
     */
    public void tie(Inquiry inquiry, Fact fact, @Nullable String messageId) {
        inquiries.tie(inquiry, ThreadMembers.hashesOf(fact).toList());
        if (messageId != null) {
            inquiries.addToThread(messageId, inquiry.id());
        }
    }

    /** Of a mail to the buyer, or about its inquiry. */
    public MailIds of(BuyerId buyer, @Nullable String messageId) {
        return of(buyer, messageId, List.of());
    }

    /** Reads for mails of many buyers what the other methods ask for one. */
    public void prefetch(Collection<BuyerId> buyers) {
        if (!buyers.isEmpty()) {
            pseudonyms.given(buyers.stream().map(BuyerId::value).distinct().toList());
        }
    }

    /** Of a mail of the buyer, which answers others. */
    public MailIds of(BuyerId buyer, @Nullable String messageId, List<String> answered) {
        var own = messageId == null ? null : MessageId.normal(messageId).orElse(null);
        if (own == null && answered.isEmpty()) {
            return MailIds.NONE;
        }
        var pseudonym =
                Objects.requireNonNull(pseudonyms.given(List.of(buyer.value())).get(buyer.value()));
        return new MailIds(
                own == null ? null : MailHash.of(pseudonym, own),
                answered.stream().map(id -> MailHash.of(pseudonym, id)).toList());
    }

    /** Those of the mail and those that it answers. */
    public static List<String> all(MailIds mail) {
        return Stream.concat(Stream.ofNullable(mail.own()), mail.answers().stream())
                .distinct()
                .toList();
    }
}
