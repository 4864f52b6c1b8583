package io.hourglass.inquiry.pairs;

import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.CaseFile;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.policy.Deadlines;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.SupplierId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where inquiries stand at this moment. Changes nothing. */
@Component
public class JudgedInquiries {

    private static final InquiryId LAST_OF_ALL = new InquiryId(Character.toString(Character.MAX_CODE_POINT));

    private final Inquiries inquiries;
    private final PairReaches reaches;
    private final CaseFileLoader loader;
    private final Policies policies;
    private final Clock clock;

    JudgedInquiries(Inquiries inquiries, PairReaches reaches, CaseFileLoader loader, Policies policies, Clock clock) {
        this.inquiries = inquiries;
        this.reaches = reaches;
        this.loader = loader;
        this.policies = policies;
        this.clock = clock;
    }

    public InquiryInPair of(Inquiry inquiry) {
        return InquiryInPair.of(inquiry, loader.loadPair(inquiry));
    }

    /** The same of many, in their order; those of a pair are judged together. */
    public List<InquiryInPair> of(Collection<Inquiry> some) {
        var pairs = loader.loadPairs(some);
        return some.stream()
                .map(inquiry -> InquiryInPair.of(inquiry, pairs.of(inquiry)))
                .toList();
    }

    /** Every inquiry that the buyer sent on those days, both included. */
    public List<InquiryInPair> ofBuyer(BuyerId buyer, LocalDate first, LocalDate last) {
        var reach = reaches.of(first, last);
        return receivedOn(first, last, inquiries.ofBuyer(buyer, reach.from(), reach.until()));
    }

    /** Every inquiry that the supplier received on those days, both included. */
    public List<InquiryInPair> ofSupplier(SupplierId supplier, LocalDate first, LocalDate last) {
        var reach = reaches.of(first, last);
        return receivedOn(first, last, inquiries.ofSupplier(supplier, reach.from(), reach.until()));
    }

    /** Of those at least the ones whose reply deadline lies ahead. */
    public List<InquiryInPair> ofSupplierWithTimeLeft(SupplierId supplier, LocalDate first, LocalDate last) {
        var now = clock.instant();
        return inquiries
                .firstReceiptDueAfter(now, supplier, policies.earliestOpen(now))
                .map(policies::dayOf)
                .map(due -> due.isAfter(first) ? due : first)
                .filter(day -> !day.isAfter(last))
                .map(day -> ofSupplier(supplier, day, last))
                .orElse(List.of());
    }

    private List<InquiryInPair> receivedOn(LocalDate first, LocalDate last, List<Inquiry> inReach) {
        var pairs = loader.loadPairsAmong(inReach);
        return pairs.inquiries().stream()
                .filter(inquiry ->
                        !inquiry.day().isBefore(first) && !inquiry.day().isAfter(last))
                .map(inquiry -> InquiryInPair.of(inquiry, pairs.of(inquiry)))
                .toList();
    }

    /**
     * What an inquiry of the buyer to the supplier would be, if it was received at this moment: nothing is kept of it. It
     * comes after whatever else was received now.
     */
    public Judgement imagine(BuyerId buyer, SupplierId supplier) {
        var now = clock.instant();
        var policy = policies.inForceAt(now);
        var imagined = CaseFile.builder(now, policy)
                .id(LAST_OF_ALL)
                .recordedAt(now)
                .facts(List.of())
                .build();
        var inquiry = Inquiry.builder()
                .id(LAST_OF_ALL)
                .buyer(buyer)
                .supplier(supplier)
                .channel(Channel.WEB)
                .receivedAt(now)
                .recordedAt(now)
                .day(imagined.clocks().day())
                .policyVersion(policy.version())
                .build();
        return loader.loadPair(inquiry).pair().with(imagined).judged(now).judgement(LAST_OF_ALL);
    }

    public Deadlines clocksOf(Inquiry inquiry) {
        return policies.version(inquiry.policyVersion()).clocksFor(inquiry.receivedAt());
    }
}
