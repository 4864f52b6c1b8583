package io.hourglass.inquiry.web;

import io.hourglass.evidence.details.Detail;
import io.hourglass.evidence.details.FactText;
import io.hourglass.evidence.input.Format;
import io.hourglass.evidence.input.Formatted;
import io.hourglass.evidence.input.Kept;
import io.hourglass.inquiry.intake.FactReport;
import io.hourglass.inquiry.judging.InquiryFactKind;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.FactId;
import io.hourglass.kernel.ids.InquiryId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What a person found about a mail whose headers were lost. */
@Schema(
        example =
                """
                {"id": "finding-3", "belongsTo": "inq-1001", "reason": "Quotes our answer of 3 March; the header was cut."}""")
record NewFinding(
        @NotNull @Formatted(Format.ID) String id,
        @NotNull
                @Formatted(Format.ID)
                @Schema(
                        description =
                                "An earlier inquiry of the same buyer to the same supplier that the mail follows up;"
                                        + " or its own id, if it follows up none.")
                String belongsTo,
        @Kept(Detail.REASON) @Nullable String reason) {

    FactReport report(InquiryId inquiry, String by) {
        return FactReport.builder()
                .id(new FactId(id))
                .inquiry(inquiry)
                .kind(InquiryFactKind.BELONGS_TO)
                .actor(by)
                .channel(Channel.WEB)
                .about(new FactId(belongsTo))
                .text(new FactText(null, reason))
                .build();
    }
}
