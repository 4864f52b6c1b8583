package io.hourglass.inquiry.reading;

import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Notices;
import io.hourglass.inquiry.judging.Grounds;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.pairs.InquiryInPair;
import io.hourglass.inquiry.pairs.JudgedInquiries;
import io.hourglass.inquiry.reading.InquiryFile.KeptFact;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.rate.books.VerdictEntries;
import io.hourglass.referral.offers.Pick;
import io.hourglass.referral.offers.Referrals;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the file of one inquiry: its facts, and what the judge says of them now. Changes nothing. */
@Component
public class InquiryFiles {

    private final Inquiries inquiries;
    private final Facts facts;
    private final VerdictEntries entries;
    private final Notices notices;
    private final Referrals referrals;
    private final JudgedInquiries cases;
    private final GroundsOfVerdicts grounds;

    InquiryFiles(
            Inquiries inquiries,
            Facts facts,
            VerdictEntries entries,
            Notices notices,
            Referrals referrals,
            JudgedInquiries cases,
            GroundsOfVerdicts grounds) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.entries = entries;
        this.notices = notices;
        this.referrals = referrals;
        this.cases = cases;
        this.grounds = grounds;
    }

    /** @throws NotFound if there is no such inquiry */
    @Transactional(readOnly = true)
    public InquiryFile open(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow(() -> new NotFound("inquiry", id.value()));
        var judged = cases.of(inquiry);
        var history = entries.historyOf(id);
        var own = grounds.of(judged, history);
        return new InquiryFile(
                inquiry,
                own,
                entry -> grounds.ofEntry(judged, entry),
                kept(judged, own),
                history,
                notices.toldTo(id),
                judged.followUps(),
                referrals.pickBehind(id).map(Pick::inquiry).orElse(null),
                referrals.picksOf(id).stream().map(Pick::newInquiry).toList(),
                judged.isOnOffer());
    }

    private List<KeptFact> kept(InquiryInPair judged, Grounds own) {
        var hasReply = judged.file().facts().stream().anyMatch(fact -> fact.is(InquiryFactKind.REPLIED));
        return new FactsOfFile(judged, own, hasReply ? grounds.owed(judged, own) : own).of(facts);
    }
}
