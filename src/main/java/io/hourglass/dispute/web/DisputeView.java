package io.hourglass.dispute.web;

import io.hourglass.dispute.FollowDisputes.Followed;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.kernel.facts.AuthorKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dispute, how it was decided, and what it restated. */
record DisputeView(
        String id,
        String inquiry,
        String supplier,
        ClaimView claim,
        String evidence,
        String raisedBy,
        Instant raisedAt,
        @Schema(description = "It lapses at that instant.") Instant decideBy,
        @Schema(description = "The verdict when it was raised.") InquiryState contested,
        DisputeState state,
        @Nullable DecisionView decision,
        List<RestatementView.RestatedNumberView> restated) {

    record ClaimView(
            InquiryFactKind kind, @Nullable Instant occurredAt, @Nullable AuthorKind author, @Nullable String about) {

        static ClaimView of(Claim claim) {
            return new ClaimView(
                    claim.kind(), claim.occurredAt(), claim.author(), Objects.toString(claim.about(), null));
        }
    }

    record DecisionView(
            @Nullable String by,
            Instant at,
            @Nullable String reason,
            @Schema(description = "The verdict that it left.") InquiryState verdict) {

        static @Nullable DecisionView of(Dispute.@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new DecisionView(decision.by(), decision.at(), decision.reason(), decision.verdict());
        }
    }

    static DisputeView of(Followed followed) {
        var dispute = followed.dispute();
        return new DisputeView(
                dispute.id().value(),
                dispute.inquiry().value(),
                dispute.supplier().value(),
                ClaimView.of(dispute.claim()),
                dispute.evidence(),
                dispute.raisedBy(),
                dispute.raisedAt(),
                dispute.decideBy(),
                dispute.contested(),
                dispute.state(),
                DecisionView.of(dispute.decision()),
                followed.restated().stream()
                        .map(RestatementView.RestatedNumberView::of)
                        .toList());
    }
}
