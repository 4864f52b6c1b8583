package io.hourglass.inquiry;

import io.hourglass.access.callers.CaseParties;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class PartiesOfInquiries implements CaseParties {

    private final Inquiries inquiries;

    PartiesOfInquiries(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public String pathVariable() {
        return "inquiry";
    }

    @Override
    public Optional<Parties> of(String id) {
        return inquiries.find(new InquiryId(id)).map(inquiry -> new Parties(inquiry.buyer(), inquiry.supplier()));
    }
}
