package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a submission: the inquiry, which for a follow-up is the one whose thread it joined. */
record Received(
        @Schema(description = "The inquiry that the mail follows up; left out for a new inquiry.") @Nullable
                String followUpOf,
        @JsonUnwrapped InquiryView inquiry) {}
