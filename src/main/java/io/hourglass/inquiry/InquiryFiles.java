package io.hourglass.inquiry;

import static java.util.stream.Collectors.toSet;

import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Adjudication.Hearing;
import io.hourglass.inquiry.InquiryFile.KeptFact;
import io.hourglass.kernel.Fact;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotKnown;
import io.hourglass.rate.VerdictEntries;
import io.hourglass.referral.Pick;
import io.hourglass.referral.Referrals;
import io.hourglass.sla.Judge;
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
    private final Adjudication adjudication;

    InquiryFiles(
            Inquiries inquiries,
            Facts facts,
            VerdictEntries entries,
            Notices notices,
            Referrals referrals,
            Adjudication adjudication) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.entries = entries;
        this.notices = notices;
        this.referrals = referrals;
        this.adjudication = adjudication;
    }

    /** @throws NotKnown if there is no such inquiry */
    @Transactional(readOnly = true)
    public InquiryFile open(InquiryId id) {
        var inquiry = inquiries.find(id).orElseThrow(() -> new NotKnown("inquiry", id.value()));
        var hearing = adjudication.hear(inquiry);
        return new InquiryFile(
                inquiry,
                hearing.judgement(),
                hearing.asOf(),
                kept(id, hearing),
                entries.historyOf(id),
                notices.toldTo(id),
                hearing.followUps(),
                referrals.pickBehind(id).map(Pick::inquiry).orElse(null),
                referrals.picksOf(id).stream().map(Pick::newInquiry).toList(),
                hearing.isOnOffer(hearing.asOf(), hearing.asOf()));
    }

    private List<KeptFact> kept(InquiryId id, Hearing hearing) {
        var answers = Judge.answers(hearing.pair().values(), id, hearing.asOf()).stream()
                .map(Fact::id)
                .collect(toSet());
        return facts.toldOf(id).stream()
                .map(told -> new KeptFact(
                        told.stored(),
                        told.text(),
                        RecordFact.refusal(told.stored().fact(), hearing).orElse(null),
                        answers.contains(told.stored().fact().id()),
                        Judge.correctionOf(told.stored().fact(), hearing.pair().values(), id, hearing.asOf())
                                .orElse(null)))
                .toList();
    }
}
