package io.hourglass.trace.web;

import io.hourglass.dispute.FollowDisputes.Followed;
import io.hourglass.dispute.kept.Claim;
import io.hourglass.dispute.kept.Dispute;
import io.hourglass.dispute.kept.DisputeState;
import io.hourglass.dispute.kept.RestatedNumber;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.rate.standing.Crossing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dispute of the verdict, what was decided, and which numbers that restated. Anyone who may read a trace may read all of it. */
record DisputeTrace(
        String id,
        Instant raisedAt,
        @Schema(description = "The account or the key.") String raisedBy,
        Claimed claim,
        @Schema(description = "In the words of who raised it.") String evidence,
        @Schema(description = "The verdict when it was raised.") String contested,
        @Schema(description = "It lapses at that instant.") Instant decideBy,
        DisputeState state,
        @Schema(description = "Absent while it is open.") @Nullable Decided decision,
        @Schema(description = "The further revisions of published numbers that it led to, by date.")
                List<Restated> restated) {

    /** What happened, as who raised the dispute has it. */
    record Claimed(
            String kind,
            @Nullable Instant occurredAt,
            @Nullable AuthorKind author,
            @Schema(description = "The fact that a correction speaks about.") @Nullable String about) {

        static Claimed of(Claim claim) {
            return new Claimed(
                    claim.kind().name(), claim.occurredAt(), claim.author(), Objects.toString(claim.about(), null));
        }
    }

    record Decided(
            Instant at,
            @Schema(description = "Absent where it lapsed.") @Nullable String by,
            @Schema(description = "Absent where it lapsed.") @Nullable String reason,
            @Schema(description = "The verdict that it left.") String verdict) {

        static @Nullable Decided of(Dispute.@Nullable Decision decision) {
            return decision == null
                    ? null
                    : new Decided(
                            decision.at(),
                            decision.by(),
                            decision.reason(),
                            decision.verdict().name());
        }
    }

    record Restated(
            @Schema(description = "The number's date of publication.") LocalDate on,
            @Schema(description = "Of chat the account whose number it is; absent of a shop's or a supplier's.")
                    @Nullable
                    String account,
            int revision,
            int timelyBefore,
            int countableBefore,
            int timely,
            int countable,
            @Schema(description = "What it does to the RFQ gate of its date; absent if it stays on its side.") @Nullable
                    Crossing crossed) {

        static Restated of(RestatedNumber number) {
            return new Restated(
                    number.publishedOn(),
                    number.part(),
                    number.revision(),
                    number.timelyBefore(),
                    number.countableBefore(),
                    number.timely(),
                    number.countable(),
                    number.crossed());
        }
    }

    static DisputeTrace of(Followed contested) {
        var dispute = contested.dispute();
        return new DisputeTrace(
                dispute.id().value(),
                dispute.raisedAt(),
                dispute.raisedBy(),
                Claimed.of(dispute.claim()),
                dispute.evidence(),
                dispute.contested().name(),
                dispute.decideBy(),
                dispute.state(),
                Decided.of(dispute.decision()),
                contested.restated().stream().map(Restated::of).toList());
    }
}
