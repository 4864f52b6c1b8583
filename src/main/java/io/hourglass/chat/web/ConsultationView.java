package io.hourglass.chat.web;

import io.hourglass.chat.cases.JudgedConsultation;
import io.hourglass.chat.judging.ChatJudgement;
import io.hourglass.chat.judging.ChatRule;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.ids.FactId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One buyer with one account on one natural day. */
record ConsultationView(
        String id,
        String shop,
        String account,
        String buyer,
        LocalDate day,
        @Schema(description = "When it was opened; left out as long as nothing opens it.") @Nullable Instant openedAt,
        @Schema(description = "The first instant of the next natural day.") Instant dayEnds,
        @Schema(description = "What is known by then decides.") Instant booksClose,
        @Schema(description = "Left out as long as nothing opens it.") @Nullable ChatState state,
        @Nullable ChatRule rule,
        @Schema(description = "The fact that decided; left out where the absence of one did.") @Nullable
                String decidingFact,
        boolean booksClosed,
        int policyVersion) {

    static ConsultationView of(JudgedConsultation judged) {
        var kept = judged.kept();
        var day = judged.consultation().day();
        var judgement = judged.judgement();
        return new ConsultationView(
                kept.id().value(),
                kept.shop().value(),
                kept.account().value(),
                kept.buyer().value(),
                kept.day(),
                judgement.map(ChatJudgement::openedAt).orElse(null),
                day.end(),
                day.booksClose(),
                judgement.map(ChatJudgement::state).orElse(null),
                judgement.map(ChatJudgement::rule).orElse(null),
                judgement.map(ChatJudgement::decidingFact).map(FactId::value).orElse(null),
                judgement.map(ChatJudgement::booksClosed).orElse(false),
                kept.policyVersion());
    }
}
