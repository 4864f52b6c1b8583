package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.evidence.details.Detail;
import io.hourglass.inquiry.intake.RecordFact.Recorded;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.policy.ReplyPolicy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a fact that was kept, and that no rule refuses. */
record FactAnswer(
        FactView fact,
        @Schema(
                        description =
                                "Whether the inquiry's policy takes a reply by this kind of author, with or without text, for"
                                        + " an answer, whenever it came; what it does for the verdict is the inquiry's. Only for replies.")
                @Nullable
                Boolean authorCounts,
        @Schema(description = "The same under its old name; goes with the next release.", deprecated = true) @Nullable
                Boolean counts,
        @Schema(description = "Kept, but too late for the books of the inquiry's day.") boolean late,
        @Schema(description = "Details of which only a part is kept, since they did not fit; left out if all did.")
                @Nullable
                List<Detail> keptInPart,
        Standing inquiry) {

    /** How the inquiry stands now. */
    record Standing(
            String id,
            InquiryState state,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable InquiryState verdict,
            boolean booksClosed,
            ExplanationView explanation) {

        static Standing of(Judgement judgement, ExplanationView explanation) {
            return new Standing(
                    judgement.inquiry().value(),
                    judgement.state(),
                    judgement.verdict(),
                    judgement.booksClosed(),
                    explanation);
        }
    }

    /** @param policy the one by which the inquiry is judged */
    static FactAnswer of(Recorded recorded, ReplyPolicy policy, ExplanationView explanation) {
        var stored = recorded.fact();
        var authorCounts = stored.fact().is(InquiryFactKind.REPLIED) ? policy.counts(stored.fact()) : null;
        return new FactAnswer(
                FactView.of(stored),
                authorCounts,
                authorCounts,
                stored.late(),
                FactView.keptInPart(stored),
                Standing.of(recorded.judgement(), explanation));
    }
}
