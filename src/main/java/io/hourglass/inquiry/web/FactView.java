package io.hourglass.inquiry.web;

import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.inquiry.judging.Effect;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.Refusal;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.InquiryFile.KeptFact;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record FactView(
        String id,
        InquiryFactKind kind,
        @Nullable AuthorKind author,
        @Nullable String actor,
        Channel channel,
        @Schema(description = "When it happened.") Instant occurredAt,
        @Schema(description = "When Hourglass recorded it.") Instant recordedAt,
        @Schema(description = "Too late for the books of the inquiry's day.") boolean late,
        @Schema(description = "The fact that an amendment speaks about.") @Nullable String about,
        @Nullable String subject,
        @Nullable String text,
        @Schema(description = "CC addresses; left out if there are none.") @Nullable List<String> cc,
        @Schema(description = "Details of which only a part is kept, since they did not fit; left out if all did.")
                @Nullable
                List<Detail> keptInPart,
        @Schema(description = "Why a rule refuses the fact at present; left out if none does.") @Nullable
                Refusal refusal,
        @Schema(description = "What it does for the verdict at present; left out where that is not asked.") @Nullable
                Effect effect,
        @Schema(
                        description =
                                "Of a reply that serves the inquiry from elsewhere: the duplicate, or the follow-up of it,"
                                        + " for which it was sent.")
                @Nullable
                String inquiry) {

    static FactView of(InquiryFile file, KeptFact kept) {
        var elsewhere = file.isOwn(kept) ? null : kept.stored().fact().caseId().value();
        return of(kept.stored(), kept.text(), kept.refusal(), kept.effect(), elsewhere);
    }

    /** Without what its author wrote. */
    static FactView of(StoredFact stored) {
        return of(stored, FactText.NONE, null, null, null);
    }

    /** Null if all details were kept as they were sent. */
    static @Nullable List<Detail> keptInPart(StoredFact stored) {
        return stored.keptInPart().isEmpty() ? null : List.copyOf(stored.keptInPart());
    }

    private static FactView of(
            StoredFact stored,
            FactText text,
            @Nullable Refusal refusal,
            @Nullable Effect effect,
            @Nullable String inquiry) {
        var fact = stored.fact();
        return new FactView(
                fact.id().value(),
                InquiryFactKind.of(fact.kind()),
                fact.author(),
                stored.actor(),
                stored.channel(),
                fact.occurredAt(),
                fact.recordedAt(),
                stored.late(),
                Objects.toString(fact.about(), null),
                text.subject(),
                text.body(),
                text.cc().isEmpty() ? null : text.cc(),
                keptInPart(stored),
                refusal,
                effect,
                inquiry);
    }
}
