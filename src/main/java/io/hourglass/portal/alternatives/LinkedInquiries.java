package io.hourglass.portal.alternatives;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.referral.links.BuyerLinks;
import io.hourglass.referral.links.BuyerLinks.Link;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the inquiry that a signed link leads to. */
@Component
class LinkedInquiries {

    private final BuyerLinks links;
    private final Inquiries inquiries;
    private final InquiryFiles files;

    LinkedInquiries(BuyerLinks links, Inquiries inquiries, InquiryFiles files) {
        this.links = links;
        this.inquiries = inquiries;
        this.files = files;
    }

    /** @param expires the last instant at which the page can be read */
    record Opened(InquiryFile file, Instant expires) {}

    /** @throws NoSuchLink if the token is none of ours, has expired, or is not for this inquiry's buyer */
    Opened open(String token) {
        var link = read(token);
        return new Opened(files.open(link.inquiry()), link.expires());
    }

    /** @throws NoSuchLink as above */
    Inquiry inquiry(String token) {
        return find(read(token)).orElseThrow(() -> new NoSuchLink(false));
    }

    private Link read(String token) {
        var link = links.read(token).orElseThrow(() -> new NoSuchLink(false));
        if (find(link).isEmpty()) {
            throw new NoSuchLink(false);
        }
        if (links.isExpired(link)) {
            throw new NoSuchLink(true);
        }
        return link;
    }

    private Optional<Inquiry> find(Link link) {
        return inquiries.find(link.inquiry()).filter(inquiry -> inquiry.buyer().equals(link.buyer()));
    }
}
