package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.inquiry.Notices.Notice;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.judging.Judgement;
import io.hourglass.inquiry.reading.InquiryFile;
import io.hourglass.inquiry.reading.SeenOfInquiries.SeenTime;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.ids.InquiryId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inquiry with its facts, its clocks, its verdict, and why. */
record InquiryView(
        String id,
        String buyer,
        String supplier,
        Channel channel,
        @Nullable String category,
        @Nullable String subject,
        @Nullable String text,
        Instant receivedAt,
        Instant recordedAt,
        @Schema(description = "The natural day of receipt in the marketplace zone.") LocalDate day,
        InquiryState state,
        @JsonInclude(JsonInclude.Include.ALWAYS)
                @Schema(description = "Null while pending, and outside the books.")
                @Nullable
                InquiryState verdict,
        @Schema(description = "Whether the verdict is final: it changes only by a dispute.") boolean booksClosed,
        ClockTimes clocks,
        @Schema(description = "Until the reply deadline; only while PENDING.") @Nullable Long timeLeftSeconds,
        ExplanationView explanation,
        List<FactView> facts,
        @Schema(description = "Each change of the state in the books, with its cause.") List<EntryView> history,
        @Schema(description = "The notices to the buyer.") List<Notice> notices,
        @Schema(description = "Of a FOLLOW_UP, the inquiry that it follows up: replies to it are replies to that one.")
                @Nullable
                String follows,
        @Schema(description = "The mails that follow up this inquiry, as it is known now, by their receipt.")
                List<String> followUps,
        @Schema(description = "The inquiry that this one is an alternative for, because its supplier did not serve.")
                @Nullable
                String carriedFrom,
        @Schema(description = "The alternatives that it was sent to: see /referral.") List<String> carriedOverTo,
        @Schema(
                        description =
                                "Mail to it is the supplier's reply: shown where an inquiry is read, to the supplier, to operations and to"
                                        + " systems. Keep it from others.")
                @Nullable
                String replyAddress,
        @Schema(
                        description =
                                "Whether the supplier's mailbox was read for all of the time to reply, or up to now: shown where an inquiry"
                                        + " is read. Absent if the supplier depends on none.")
                @Nullable
                SeenTime coverage) {

    /**
     * @param replyAddress null where it is not to be shown, and while none has one
     * @param coverage null where it is not to be shown, and if the supplier depends on no mailbox
     */
    static InquiryView of(
            InquiryFile file, ExplanationView explanation, @Nullable String replyAddress, @Nullable SeenTime coverage) {
        var inquiry = file.inquiry();
        var judgement = file.judgement();
        var carriedFrom = file.carriedFrom();
        return new InquiryView(
                inquiry.id().value(),
                inquiry.buyer().value(),
                inquiry.supplier().value(),
                inquiry.channel(),
                inquiry.category(),
                file.text().subject(),
                file.text().body(),
                inquiry.receivedAt(),
                inquiry.recordedAt(),
                inquiry.day(),
                judgement.state(),
                judgement.verdict(),
                judgement.booksClosed(),
                ClockTimes.of(judgement.clocks()),
                timeLeft(judgement, file.asOf()),
                explanation,
                file.facts().stream().map(kept -> FactView.of(file, kept)).toList(),
                file.history().stream().map(EntryView::of).toList(),
                file.notices(),
                file.follows().map(InquiryId::value).orElse(null),
                file.followUps().stream().map(InquiryId::value).toList(),
                carriedFrom == null ? null : carriedFrom.value(),
                file.carriedOverTo().stream().map(InquiryId::value).toList(),
                replyAddress,
                coverage);
    }

    /** In whole seconds; null unless pending. */
    static @Nullable Long timeLeft(Judgement judgement, Instant asOf) {
        if (judgement.state() != InquiryState.PENDING) {
            return null;
        }
        var left = Duration.between(asOf, judgement.clocks().replyDeadline()).toSeconds();
        return Math.max(left, 0);
    }
}
