package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.hourglass.evidence.details.Detail;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a submission: the inquiry, which for a follow-up is the one whose thread it joined. */
record Received(
        @Schema(description = "The inquiry that the mail follows up; left out for a new inquiry.") @Nullable
                String followUpOf,
        @Schema(
                        description =
                                "The inquiry of the same day that this one repeats, whose answer is owed (R8); left out if it is none.")
                @Nullable
                String duplicateOf,
        @Schema(description = "Details of which only a part is kept, since they did not fit; left out if all did.")
                @Nullable
                List<Detail> keptInPart,
        @JsonUnwrapped InquiryView inquiry) {}
