package io.hourglass.inquiry.intake;

import io.hourglass.batch.Prefetcher;
import io.hourglass.batch.processes.LivingProcesses;
import io.hourglass.evidence.FactIntake;
import io.hourglass.evidence.Facts;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiries.MailOfPair;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.pairs.MailsOfBuyers;
import io.hourglass.inquiry.pairs.PairPrefetcher;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.ReferralCase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Locks the inquiries of a batch of facts, and prefetches for them. */
@Component
class FactPrefetcher implements Prefetcher<FactReport> {

    private final FactIntake intake;
    private final Facts facts;
    private final Inquiries inquiries;
    private final PairPrefetcher pairs;
    private final MailsOfBuyers mails;
    private final ReferralCase referrals;
    private final LivingProcesses processes;

    FactPrefetcher(
            FactIntake intake,
            Facts facts,
            Inquiries inquiries,
            PairPrefetcher pairs,
            MailsOfBuyers mails,
            ReferralCase referrals,
            LivingProcesses processes) {
        this.intake = intake;
        this.facts = facts;
        this.inquiries = inquiries;
        this.pairs = pairs;
        this.mails = mails;
        this.referrals = referrals;
        this.processes = processes;
    }

    @Override
    public void load(List<FactReport> reports) {
        var locked = inquiries.lock(reports.stream().map(FactReport::inquiry).toList());
        var known = facts.find(reports.stream()
                .flatMap(report -> Stream.concat(Stream.of(report.id()), Stream.ofNullable(report.about())))
                .toList());
        pairs.prefetch(locked.values(), mailsOf(reports, locked, known.keySet()));
        readAheadForReferrals(reports);
        processes.readAhead(locked.keySet().stream().map(id -> id.value()).toList());
    }

    private List<MailOfPair> mailsOf(List<FactReport> reports, Map<InquiryId, Inquiry> locked, Set<FactId> known) {
        var mailed = reports.stream()
                .filter(report -> report.messageId() != null
                        && !known.contains(report.id())
                        && mayBeTaken(report, locked.get(report.inquiry())))
                .toList();
        mails.prefetch(mailed.stream()
                .map(report ->
                        Objects.requireNonNull(locked.get(report.inquiry())).buyer())
                .toList());
        return mailed.stream()
                .flatMap(report -> mailsOf(report, Objects.requireNonNull(locked.get(report.inquiry()))))
                .toList();
    }

    /** What may still be refused creates no pseudonym, and is looked up when its turn comes. */
    private boolean mayBeTaken(FactReport report, @Nullable Inquiry inquiry) {
        return inquiry != null
                && (report.supplier() == null || report.supplier().equals(inquiry.supplier()))
                && (report.buyer() == null || report.buyer().equals(inquiry.buyer()))
                && ExternalId.mayBeNew(report.id().value(), FactId.MAX_LENGTH)
                && intake.isNotAhead(report.occurredAt());
    }

    private Stream<MailOfPair> mailsOf(FactReport report, Inquiry inquiry) {
        return MailsOfBuyers.all(mails.of(inquiry.buyer(), report.messageId())).stream()
                .map(hash -> new MailOfPair(inquiry.buyer(), inquiry.supplier(), hash));
    }

    /** Of buyers who ask for alternatives; all inquiries of the batch are locked by now, in their order. */
    private void readAheadForReferrals(List<FactReport> reports) {
        var asking = reports.stream()
                .filter(report -> report.kind() == InquiryFactKind.ALTERNATIVES_REQUESTED)
                .map(FactReport::inquiry)
                .toList();
        if (!asking.isEmpty()) {
            referrals.readAhead(asking);
        }
    }
}
