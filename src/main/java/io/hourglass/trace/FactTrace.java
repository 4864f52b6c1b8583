package io.hourglass.trace;

import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.judging.Effect;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFile.KeptFact;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fact with all its times, and what it does at present. */
public record FactTrace(
        String id,
        InquiryFactKind kind,
        @Schema(description = "As it was sent.") @Nullable AuthorKind author,
        @Schema(description = "Who acted, in the source's own terms.") @Nullable String actor,
        Channel channel,
        @Schema(description = "When it happened.") Instant occurredAt,
        @Schema(description = "When Hourglass recorded it.") Instant recordedAt,
        @Schema(description = "From the one to the other, in ms; negative if its source's clock was ahead.")
                long delayMs,
        @Schema(description = "Too late for the books of the day of the inquiry that it was sent for.") boolean late,
        @Schema(description = "The fact that an amendment speaks about.") @Nullable String about,
        Effect effect,
        @Schema(description = "Why a rule refuses it at present; absent if none does.") @Nullable Refusal refusal,
        @Schema(description = "The fact by which it is retracted or reclassified at present.") @Nullable
                String correctedBy,
        @Schema(description = "The kind of author that it counts as, if it was reclassified.") @Nullable
                AuthorKind countsAs,
        @Nullable String subject,
        @Nullable String text,
        @Schema(description = "CC addresses; left out if there are none.") @Nullable List<String> cc,
        @Schema(description = "Details of which only a part is kept, since they did not fit; left out if all did.")
                @Nullable
                List<Detail> keptInPart,
        @Schema(
                        description =
                                "Of a reply that serves the inquiry from elsewhere: the duplicate, or the follow-up of it,"
                                        + " for which it was sent.")
                @Nullable
                String inquiry) {

    /** In the order of the file. */
    public static List<FactTrace> of(InquiryFile file) {
        return file.facts().stream().map(kept -> of(file, kept)).toList();
    }

    private static FactTrace of(InquiryFile file, KeptFact kept) {
        var stored = kept.stored();
        var fact = stored.fact();
        var correction = kept.correction();
        return new FactTrace(
                fact.id().value(),
                InquiryFactKind.of(fact.kind()),
                fact.author(),
                stored.actor(),
                stored.channel(),
                fact.occurredAt(),
                fact.recordedAt(),
                Duration.between(fact.occurredAt(), fact.recordedAt()).toMillis(),
                stored.late(),
                Objects.toString(fact.about(), null),
                kept.effect(),
                kept.refusal(),
                correction == null ? null : correction.id().value(),
                correction == null || !correction.is(InquiryFactKind.RECLASSIFIED) ? null : correction.author(),
                kept.text().subject(),
                kept.text().body(),
                kept.text().cc().isEmpty() ? null : kept.text().cc(),
                stored.keptInPart().isEmpty() ? null : List.copyOf(stored.keptInPart()),
                file.isOwn(kept) ? null : fact.caseId().value());
    }
}
