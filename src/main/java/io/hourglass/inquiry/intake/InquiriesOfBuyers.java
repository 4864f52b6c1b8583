package io.hourglass.inquiry.intake;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.search.SearchInquiries;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.persons.CasesOfPersons;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The inquiries that a buyer sent. One that is forgotten withdraws them: it gets no more answers, offers or notices. */
@Component
class InquiriesOfBuyers implements CasesOfPersons {

    private final Inquiries inquiries;
    private final RecordFact record;
    private final SearchInquiries search;

    InquiriesOfBuyers(Inquiries inquiries, RecordFact record, SearchInquiries search) {
        this.inquiries = inquiries;
        this.record = record;
        this.search = search;
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public String field() {
        return "inquiry";
    }

    @Override
    public String plural() {
        return "inquiries";
    }

    @Override
    public List<InquiryId> of(BuyerId buyer) {
        return inquiries.of(buyer);
    }

    @Override
    public void end(Collection<CaseId> cases) {
        inquiries.lock(cases.stream().map(InquiryId::of).toList()).keySet().forEach(this::withdraw);
    }

    private void withdraw(InquiryId inquiry) {
        record.recordOwn(FactReport.builder()
                .id(FactId.own("erased", inquiry.value()))
                .inquiry(inquiry)
                .kind(InquiryFactKind.WITHDRAWN)
                .channel(Channel.ERASURE)
                .build());
    }

    @Override
    public ListPage<BuyerId> called(String typed, PageQuery page) {
        return search.buyers(typed, page)
                .map(found -> found.stream().map(one -> one.buyer()).toList());
    }
}
