package io.hourglass.dispute.web;

import io.hourglass.dispute.FollowDisputes.Followed;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.CaseId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dispute, how it was decided, and what it restated. */
record DisputeView(
        String id,
        @Schema(description = "Left out for a case of another track.") @Nullable String inquiry,
        String track,
        String caseId,
        String supplier,
        ClaimView claim,
        String evidence,
        String raisedBy,
        Instant raisedAt,
        @Schema(description = "It lapses at that instant.") Instant decideBy,
        @Schema(description = "The verdict when it was raised.") String contested,
        DisputeState state,
        @Nullable DecisionView decision,
        List<RestatementView.RestatedNumberView> restated) {

    record ClaimView(String kind, @Nullable Instant occurredAt, @Nullable AuthorKind author, @Nullable String about) {

        static ClaimView of(Claim claim) {
            return new ClaimView(
                    claim.kind().name(), claim.occurredAt(), claim.author(), Objects.toString(claim.about(), null));
        }
    }

    record DecisionView(
            @Nullable String by,
            Instant at,
            @Nullable String reason,
            @Schema(description = "The verdict that it left.") String verdict) {

        static @Nullable DecisionView of(Dispute.@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new DecisionView(
                            decision.by(),
                            decision.at(),
                            decision.reason(),
                            decision.verdict().name());
        }
    }

    static @Nullable String inquiry(CaseId id) {
        return id.track().isUnnamed() ? id.value() : null;
    }

    static DisputeView of(Followed followed) {
        var dispute = followed.dispute();
        return new DisputeView(
                dispute.id().value(),
                inquiry(dispute.caseId()),
                dispute.caseId().track().name(),
                dispute.caseId().value(),
                dispute.supplier().value(),
                ClaimView.of(dispute.claim()),
                dispute.evidence(),
                dispute.raisedBy(),
                dispute.raisedAt(),
                dispute.decideBy(),
                dispute.contested().name(),
                dispute.state(),
                DecisionView.of(dispute.decision()),
                followed.restated().stream()
                        .map(RestatementView.RestatedNumberView::of)
                        .toList());
    }
}
