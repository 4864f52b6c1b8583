package io.hourglass.inquiry.books;

import static java.util.stream.Collectors.toSet;

import io.hourglass.batch.rows.InChunks;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.JudgedCase;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Referrals;
import io.hourglass.referral.ranking.Served;
import io.hourglass.referral.ranking.Wish;
import io.hourglass.referral.served.CountUpdater;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a settled day teaches about who serves what; of a carried-over inquiry, that another served it than was asked. */
@Component
class ServedInquiryFeed {

    private static final Set<InquiryState> SERVED = Set.of(InquiryState.TIMELY, InquiryState.LATE);

    private final Inquiries inquiries;
    private final Referrals referrals;
    private final CountUpdater learning;

    ServedInquiryFeed(Inquiries inquiries, Referrals referrals, CountUpdater learning) {
        this.inquiries = inquiries;
        this.referrals = referrals;
        this.learning = learning;
    }

    void learn(LocalDate day, List<JudgedCase> judged) {
        var served = judged.stream()
                .filter(one -> SERVED.contains(one.state()))
                .map(one -> InquiryId.of(one.id()))
                .collect(toSet());
        if (!served.isEmpty()) {
            var behind = InChunks.find(served, referrals::picksBehind);
            learning.learn(inquiries.receivedOn(day).stream()
                    .filter(inquiry -> served.contains(inquiry.id()))
                    .map(inquiry -> served(inquiry, behind.get(inquiry.id())))
                    .toList());
        }
    }

    private static Served served(Inquiry inquiry, @Nullable Pick behind) {
        var asked = behind == null ? inquiry.supplier() : behind.asked();
        return new Served(new Wish(inquiry.buyer(), asked, inquiry.category()), inquiry.supplier());
    }
}
