package io.hourglass.dispute.kept;

import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.ids.FactId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as who raises the dispute has it: a fact that the judge understands.
 *
 * @param kind REPLIED, REJECTED, SPAM_REPORTED, RECLASSIFIED, RETRACTED or BELONGS_TO
 * @param occurredAt null for a correction, which says how an earlier fact was from the beginning, and for BELONGS_TO
 * @param author of a reply, or what a RECLASSIFIED reply is to have; else null
 * @param about the fact that a correction speaks about; the inquiry that the mail belongs to, by its id; else null
 */
public record Claim(
        InquiryFactKind kind, @Nullable Instant occurredAt, @Nullable AuthorKind author, @Nullable FactId about) {

    private static final Set<InquiryFactKind> ACTS =
            Set.of(InquiryFactKind.REPLIED, InquiryFactKind.REJECTED, InquiryFactKind.SPAM_REPORTED);
    private static final Set<InquiryFactKind> WITH_AUTHOR =
            Set.of(InquiryFactKind.REPLIED, InquiryFactKind.RECLASSIFIED);

    /** @throws InvalidInput if it is of another kind, or a field is missing or out of place */
    public Claim {
        var finding = kind == InquiryFactKind.BELONGS_TO;
        if (!ACTS.contains(kind) && !kind.isCorrection() && !finding) {
            throw new InvalidInput(
                    "claim.kind", kind, "REPLIED, REJECTED, SPAM_REPORTED, RECLASSIFIED, RETRACTED or BELONGS_TO");
        }
        check("claim.occurredAt", occurredAt, ACTS.contains(kind));
        check("claim.author", author, WITH_AUTHOR.contains(kind));
        check("claim.about", about, kind.isCorrection() || finding);
    }

    private static void check(String field, @Nullable Object value, boolean wanted) {
        if ((value != null) != wanted) {
            throw new InvalidInput(field, value, wanted ? "given" : "left out");
        }
    }
}
