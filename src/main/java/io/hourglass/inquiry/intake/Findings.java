package io.hourglass.inquiry.intake;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.pairs.MailHash;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person can find about a mail whose headers were lost: that it follows up an earlier one, or none (R3). */
@Component
public class Findings {

    private static final Comparator<Inquiry> BY_RECEIPT =
            Comparator.comparing(Inquiry::receivedAt).thenComparing(Inquiry::id);

    private final Inquiries inquiries;

    Findings(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    /**
     * @param mail of which it is found
     * @param named the inquiry that it is found to belong to, by the id of its RECEIVED fact, which is its own
     * @param field that names it, for the error
     * @throws NotFound if there is no such inquiry
     * @throws InvalidInput if it is neither an earlier one of the same buyer and supplier, nor the mail itself
     */
    public void check(Inquiry mail, FactId named, String field) {
        var id = namedBy(named, field);
        var inquiry = inquiries.find(id).orElseThrow(() -> new NotFound("inquiry", id.value()));
        var ofPair = inquiry.buyer().equals(mail.buyer()) && inquiry.supplier().equals(mail.supplier());
        if (!ofPair || BY_RECEIPT.compare(inquiry, mail) > 0) {
            throw new InvalidInput(
                    field, named, "an earlier inquiry of the same buyer to the same supplier, or this one itself");
        }
    }

    /** From here on the two are judged together. */
    void tie(FactId named) {
        var id = new InquiryId(named.value());
        inquiries.tie(inquiries.find(id).orElseThrow(), List.of(MailHash.ofFinding(id.value())));
        inquiries.markFound(id);
    }

    private static InquiryId namedBy(FactId named, String field) {
        try {
            return new InquiryId(named.value());
        } catch (InvalidInput e) {
            throw new InvalidInput(field, e.value(), e.rule());
        }
    }
}
