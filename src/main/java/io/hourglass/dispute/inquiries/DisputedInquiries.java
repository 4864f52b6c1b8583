package io.hourglass.dispute.inquiries;

import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.tracks.ClaimKind;
import io.hourglass.dispute.tracks.DisputedCase;
import io.hourglass.dispute.tracks.DisputedTrack;
import io.hourglass.inquiry.Inquiries;
import io.hourglass.inquiry.Inquiry;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.intake.Findings;
import io.hourglass.inquiry.intake.RecordFact;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.policy.Policies;
import io.hourglass.inquiry.reading.InquiryFiles;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.kernel.ids.Track;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A supplier disputes the verdict on an inquiry; what happened, happened from its receipt on, before the books of its day closed. */
@Component
class DisputedInquiries implements DisputedTrack {

    private static final List<ClaimKind> CLAIMS = List.of(
            ClaimKind.act(InquiryFactKind.REPLIED),
            ClaimKind.act(InquiryFactKind.REJECTED),
            ClaimKind.act(InquiryFactKind.SPAM_REPORTED),
            ClaimKind.author(InquiryFactKind.RECLASSIFIED),
            ClaimKind.about(InquiryFactKind.RETRACTED),
            ClaimKind.about(InquiryFactKind.BELONGS_TO));

    private final Inquiries inquiries;
    private final InquiryFiles files;
    private final Findings findings;
    private final RecordFact record;
    private final Policies policies;

    DisputedInquiries(
            Inquiries inquiries, InquiryFiles files, Findings findings, RecordFact record, Policies policies) {
        this.inquiries = inquiries;
        this.files = files;
        this.findings = findings;
        this.record = record;
        this.policies = policies;
    }

    @Override
    public Track track() {
        return Track.INQUIRY;
    }

    @Override
    public List<ClaimKind> claims() {
        return CLAIMS;
    }

    @Override
    public void hold(CaseId id) {
        known(id, inquiries.lock(InquiryId.of(id)));
    }

    @Override
    public DisputedCase open(CaseId id) {
        var file = files.open(InquiryId.of(id));
        var clocks = file.judgement().clocks();
        var supplier = file.inquiry().supplier();
        return DisputedCase.builder()
                .id(id)
                .supplier(supplier)
                .subject(supplier.subject())
                .day(clocks.day())
                .from(clocks.receivedAt())
                .until(clocks.booksClose())
                .booksClose(clocks.booksClose())
                .days(policies.days())
                .state(file.judgement().state())
                .build();
    }

    @Override
    public void check(CaseId id, FactId about, String field) {
        findings.check(known(id, inquiries.find(InquiryId.of(id))), about, field);
    }

    private static Inquiry known(CaseId id, Optional<Inquiry> found) {
        return found.orElseThrow(() -> new NotFound("inquiry", id.value()));
    }

    @Override
    public void record(Dispute dispute, @Nullable Instant at) {
        var claim = dispute.claim();
        record.recordOwn(FactReport.builder()
                .id(dispute.id().fact())
                .inquiry(InquiryId.of(dispute.caseId()))
                .kind(InquiryFactKind.of(claim.kind()))
                .supplier(dispute.supplier())
                .author(claim.author())
                .actor(dispute.raisedBy())
                .channel(Channel.DISPUTE)
                .occurredAt(at)
                .about(claim.about())
                .build());
    }
}
