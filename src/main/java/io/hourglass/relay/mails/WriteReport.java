package io.hourglass.relay.mails;

import io.hourglass.evidence.details.ContentHash;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.mailing.links.MailLinks;
import io.hourglass.messages.signing.ProgramKey;
import io.hourglass.relay.addresses.RelayAddresses;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what a mail to an inquiry is as a fact. */
@Component
class WriteReport {

    private static final String LEFT_OUT = "[…]";
    private static final int DIGITS = 40;

    private final AuthorsOfMails authors;
    private final RelayAddresses addresses;
    private final MailLinks links;
    private final ProgramKey key;

    WriteReport(AuthorsOfMails authors, RelayAddresses addresses, MailLinks links, ProgramKey key) {
        this.authors = authors;
        this.addresses = addresses;
        this.links = links;
        this.key = key;
    }

    /** @param unsure whether it cannot be said who wrote it for whom */
    FactReport of(InquiryId inquiry, ReplyMail mail, boolean unsure, Instant occurredAt) {
        var ids = mail.mail().ids("message-id");
        return FactReport.builder()
                .id(id(inquiry, mail))
                .inquiry(inquiry)
                .kind(InquiryFactKind.REPLIED)
                .author(authors.of(mail.mailClass(), unsure))
                .channel(Channel.RELAY)
                .occurredAt(occurredAt)
                .messageId(ids.isEmpty() ? null : "<" + ids.get(0) + ">")
                .text(new FactText(null, text(mail), copies(mail)))
                .build();
    }

    /**
     * The same for the same mail by whatever way, however often; of an id alone the sender could make two mails one. By the program's key:
     * from it nobody finds out by trying what was written, once that has been erased.
     */
    private FactId id(InquiryId inquiry, ReplyMail mail) {
        var read = mail.mail();
        var all = ContentHash.unsalted(
                inquiry,
                read.first("message-id"),
                read.first("date"),
                read.first("from"),
                read.first("subject"),
                mail.text());
        var mac = HexFormat.of().formatHex(key.mac("relayed mail\n" + all));
        return new FactId(":relay-" + mac.substring(0, DIGITS));
    }

    /** A quotation that was not recognised as one may hold what only the supplier may have: the address, and links by which one acts as it. */
    private String text(ReplyMail mail) {
        return links.without(addresses.without(mail.text(), LEFT_OUT), LEFT_OUT);
    }

    private List<String> copies(ReplyMail mail) {
        return mail.cc().stream().filter(address -> !addresses.isOurs(address)).toList();
    }
}
