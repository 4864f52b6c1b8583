package io.hourglass.dispute;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.ids.InquiryId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The inquiries that disputes are about, and what is judged of them now. */
@Component
class DisputedVerdicts {

    private final Inquiries inquiries;
    private final InquiryFiles files;

    DisputedVerdicts(Inquiries inquiries, InquiryFiles files) {
        this.inquiries = inquiries;
        this.files = files;
    }

    /** Holds the inquiry, so that nothing about it is decided beside; empty if there is none. */
    Optional<Inquiry> lock(InquiryId id) {
        return inquiries.lock(id);
    }

    Judgement judgementOf(InquiryId id) {
        return files.open(id).judgement();
    }
}
