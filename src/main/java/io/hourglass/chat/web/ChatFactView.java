package io.hourglass.chat.web;

import io.hourglass.chat.judging.ChatFactKind;
import io.hourglass.evidence.StoredFact;
import io.hourglass.evidence.details.Detail;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.kernel.facts.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record ChatFactView(
        String id,
        ChatFactKind kind,
        @Nullable AuthorKind author,
        @Schema(description = "Who acted, in the source's own terms; of a transfer the account that handed over.")
                @Nullable
                String actor,
        Channel channel,
        @Schema(description = "When it happened.") Instant occurredAt,
        @Schema(description = "When Hourglass recorded it.") Instant recordedAt,
        @Schema(description = "Too late for the books of its day.") boolean late,
        @Schema(description = "The fact that a correction speaks about.") @Nullable String about,
        @Nullable String text,
        @Schema(description = "Details of which only a part is kept, since they did not fit; left out if all did.")
                @Nullable
                List<Detail> keptInPart) {

    static ChatFactView of(StoredFact stored, @Nullable String text) {
        var fact = stored.fact();
        return new ChatFactView(
                fact.id().value(),
                (ChatFactKind) fact.kind(),
                fact.author(),
                stored.actor(),
                stored.channel(),
                fact.occurredAt(),
                fact.recordedAt(),
                stored.late(),
                Objects.toString(fact.about(), null),
                text,
                stored.keptInPart().isEmpty() ? null : List.copyOf(stored.keptInPart()));
    }
}
