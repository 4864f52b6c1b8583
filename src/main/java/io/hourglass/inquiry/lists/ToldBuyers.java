package io.hourglass.inquiry.lists;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.Notices.Told;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.referral.links.BuyerLinks;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The notices to deliver to buyers, each with the link to its page. */
@Component
public class ToldBuyers {

    private final Notices notices;
    private final Inquiries inquiries;
    private final JudgedInquiries cases;
    private final BuyerLinks links;

    ToldBuyers(Notices notices, Inquiries inquiries, JudgedInquiries cases, BuyerLinks links) {
        this.notices = notices;
        this.inquiries = inquiries;
        this.cases = cases;
        this.links = links;
    }

    /** @param token of the buyer's page, see {@link BuyerLinks} */
    public record Message(Told told, String token) {}

    /** From that instant on, in order. */
    @Transactional(readOnly = true)
    public List<Message> since(Instant since, PageQuery page) {
        return notices.toldSince(since, page.offset(), page.size()).stream()
                .map(this::message)
                .toList();
    }

    /** @throws NotFound if there is no such inquiry */
    @Transactional(readOnly = true)
    public List<Message> of(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow(() -> new NotFound("inquiry", id.value()));
        return notices.toldTo(id).stream()
                .map(notice -> message(new Told(inquiry, notice)))
                .toList();
    }

    private Message message(Told told) {
        var inquiry = told.inquiry();
        var expires = cases.clocksOf(inquiry).offerExpires();
        return new Message(told, links.sign(inquiry.id(), inquiry.buyer(), expires));
    }
}
