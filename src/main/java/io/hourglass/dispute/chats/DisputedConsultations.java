package io.hourglass.dispute.chats;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.cases.JudgedConsultations;
import io.hourglass.chat.consultations.Consultations;
import io.hourglass.chat.consultations.KeptConsultation;
import io.hourglass.chat.intake.ChatReport;
import io.hourglass.chat.intake.RecordChat;
import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.chat.policy.ChatPolicies;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.tracks.ClaimKind;
import io.hourglass.dispute.tracks.DisputedCase;
import io.hourglass.dispute.tracks.DisputedTrack;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.CaseId;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.Track;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A shop disputes the verdict on a consultation; what happened, happened on its natural day. What is known of a buyer's account is
 * disputed with operations: a mark is of all consultations of that buyer.
 */
@Component
class DisputedConsultations implements DisputedTrack {

    private static final List<ClaimKind> CLAIMS = List.of(
            ClaimKind.act(ChatFactKind.WROTE),
            ClaimKind.author(ChatFactKind.RECLASSIFIED),
            ClaimKind.about(ChatFactKind.RETRACTED));

    private final Consultations consultations;
    private final JudgedConsultations cases;
    private final RecordChat record;
    private final ChatPolicies policies;

    DisputedConsultations(
            Consultations consultations, JudgedConsultations cases, RecordChat record, ChatPolicies policies) {
        this.consultations = consultations;
        this.cases = cases;
        this.record = record;
        this.policies = policies;
    }

    @Override
    public Track track() {
        return ConsultationId.CHAT;
    }

    @Override
    public List<ClaimKind> claims() {
        return CLAIMS;
    }

    @Override
    public void hold(CaseId id) {
        opened(id, consultations.lock(ConsultationId.of(id)));
    }

    @Override
    public DisputedCase open(CaseId id) {
        var judged = judged(id);
        var kept = judged.kept();
        var day = judged.consultation().day();
        var days = policies.calendar().days();
        return DisputedCase.builder()
                .id(id)
                .supplier(kept.shop())
                .subject(ChatAccount.subject(kept.account()))
                .day(kept.day())
                .from(days.start(kept.day()))
                .until(day.end())
                .booksClose(day.booksClose())
                .days(days)
                .state(judged.state().orElseThrow())
                .build();
    }

    private JudgedConsultation judged(CaseId id) {
        return cases.of(opened(id, consultations.find(ConsultationId.of(id))));
    }

    /** As long as nothing opens it there is none. */
    private static KeptConsultation opened(CaseId id, Optional<KeptConsultation> found) {
        return found.filter(KeptConsultation::isOpened).orElseThrow(() -> new NotFound("consultation", id.value()));
    }

    @Override
    public void check(CaseId id, FactId about, String field) {
        throw new InvalidInput(field, about, "left out");
    }

    @Override
    public void record(Dispute dispute, @Nullable Instant at) {
        var claim = dispute.claim();
        var id = ConsultationId.of(dispute.caseId());
        var kept = opened(id, consultations.find(id));
        var correction = claim.kind().isCorrection();
        record.recordOwn(ChatReport.builder()
                .id(dispute.id().fact())
                .kind((ChatFactKind) claim.kind())
                .consultation(correction ? null : id)
                .buyer(correction ? null : kept.buyer())
                .account(correction ? null : kept.account())
                .author(claim.author())
                .actor(dispute.raisedBy())
                .channel(Channel.DISPUTE)
                .occurredAt(at)
                .about(claim.about())
                .build());
    }
}
