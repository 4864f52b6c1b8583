package io.hourglass.trace;

import io.hourglass.audit.Ledger;
import io.hourglass.dispute.Dispute;
import io.hourglass.dispute.DisputeId;
import io.hourglass.dispute.Disputes;
import io.hourglass.dispute.RestatedNumber;
import io.hourglass.dispute.RestatedNumbers;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.path.ProcessNode;
import io.hourglass.inquiry.path.ProcessPaths;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.InquiryId;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.TrackDay;
import io.hourglass.policy.PolicyVersions;
import io.hourglass.policy.ReplyVersion;
import io.hourglass.rate.numbers.PublicationDates;
import io.hourglass.referral.Alternatives;
import io.hourglass.referral.offers.Referrals;
import io.hourglass.sla.Policies;
import io.hourglass.trace.Trace.Contested;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the trace of an inquiry. Changes nothing. */
@Component
public class Traces {

    private final InquiryFiles files;
    private final Inquiries inquiries;
    private final ProcessPaths paths;
    private final Referrals referrals;
    private final Alternatives alternatives;
    private final Disputes disputes;
    private final RestatedNumbers restated;
    private final PublicationDates dates;
    private final Policies policies;
    private final PolicyVersions<ReplyVersion> versions;
    private final Ledger ledger;

    Traces(
            InquiryFiles files,
            Inquiries inquiries,
            ProcessPaths paths,
            Referrals referrals,
            Alternatives alternatives,
            Disputes disputes,
            RestatedNumbers restated,
            PublicationDates dates,
            Policies policies,
            PolicyVersions<ReplyVersion> versions,
            Ledger ledger) {
        this.files = files;
        this.inquiries = inquiries;
        this.paths = paths;
        this.referrals = referrals;
        this.alternatives = alternatives;
        this.disputes = disputes;
        this.restated = restated;
        this.dates = dates;
        this.policies = policies;
        this.versions = versions;
        this.ledger = ledger;
    }

    /** @throws NotFound if there is no such inquiry */
    @Transactional(readOnly = true)
    public Trace of(InquiryId id) {
        var file = files.open(id);
        var policy = policies.version(file.inquiry().policyVersion());
        var inBooks = file.judgement().state() != InquiryState.OUT_OF_BOOKS;
        var day = TrackDay.ofInquiries(file.inquiry().day());
        return new Trace(
                file,
                inquiries.threadOf(id),
                policy,
                versions.version(policy.version()).authorKindsVersion(),
                paths.of(id),
                referrals.find(id).map(referral -> alternatives.of(id)).orElse(null),
                contested(id),
                inBooks ? dates.datesOf(day) : null,
                inBooks ? ledger.find(day).orElse(null) : null);
    }

    private List<Contested> contested(InquiryId id) {
        var raised = disputes.of(id);
        var numbers = raised.isEmpty()
                ? Map.<DisputeId, List<RestatedNumber>>of()
                : restated.of(raised.stream().map(Dispute::id).toList());
        return raised.stream()
                .map(dispute -> new Contested(dispute, numbers.getOrDefault(dispute.id(), List.of())))
                .toList();
    }

    /** What a model calls a node, in the reader's language. */
    public String nameOf(ProcessNode node, Locale locale) {
        return paths.nameOf(node, locale);
    }
}
