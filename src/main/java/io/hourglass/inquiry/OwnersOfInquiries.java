package io.hourglass.inquiry;

import io.hourglass.access.InquiryParties;
import io.hourglass.kernel.InquiryId;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class OwnersOfInquiries implements InquiryParties {

    private final Inquiries inquiries;

    OwnersOfInquiries(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public Optional<Parties> of(InquiryId id) {
        return inquiries.find(id).map(inquiry -> new Parties(inquiry.buyer(), inquiry.supplier()));
    }
}
