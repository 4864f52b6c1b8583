package io.hourglass.relay.mails;

import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.kernel.ids.InquiryId;
import org.springframework.stereotype.Component;

/**
 * Who may be of either side. One that got a copy of a reply before knows by it the address that is the supplier's; and an address that a buyer
 * gave for its own, and nobody has confirmed, may be the supplier's. Whether what it writes is a reply a person says.
 */
@Component
class OfEitherSide {

    private final Facts facts;
    private final Inquiries inquiries;
    private final BuyersAddresses buyers;

    OfEitherSide(Facts facts, Inquiries inquiries, BuyersAddresses buyers) {
        this.facts = facts;
        this.inquiries = inquiries;
        this.buyers = buyers;
    }

    boolean mayBe(InquiryId inquiry, String address) {
        return gotACopy(inquiry, address)
                || inquiries
                        .find(inquiry)
                        .filter(one -> buyers.mayHave(one.buyer(), address))
                        .isPresent();
    }

    private boolean gotACopy(InquiryId inquiry, String address) {
        return facts.toldOf(inquiry).stream()
                .flatMap(told -> told.text().cc().stream())
                .anyMatch(address::equalsIgnoreCase);
    }
}
