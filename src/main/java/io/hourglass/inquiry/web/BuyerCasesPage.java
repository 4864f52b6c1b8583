package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.lists.BuyerCases;
import io.hourglass.inquiry.lists.BuyerCases.BuyerCase;
import io.hourglass.inquiry.lists.BuyerCases.InquiryThread;
import io.hourglass.inquiry.reading.BuyerStatus;
import io.hourglass.kernel.facts.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param page from 0 */
record BuyerCasesPage(int page, int size, int total, LocalDate from, LocalDate to, List<Item> items) {

    record Item(
            @Nullable String subject,
            One inquiry,
            @Schema(description = "The alternatives that it was sent to, and those of these, by their receipt.")
                    List<One> carriedOver) {

        static Item of(InquiryThread errand, Instant asOf) {
            return new Item(
                    errand.subject(),
                    One.of(errand.first(), asOf),
                    errand.carriedOver().stream()
                            .map(carried -> One.of(carried, asOf))
                            .toList());
        }
    }

    record One(
            String id,
            String supplier,
            Channel channel,
            @Nullable String category,
            Instant receivedAt,
            LocalDate day,
            @Schema(description = "As its buyer sees it: an answer is an answer, however late.") BuyerStatus became,
            InquiryState state,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable InquiryState verdict,
            boolean booksClosed,
            Instant replyDeadline,
            @Schema(description = "Until the reply deadline; only while PENDING.") @Nullable Long timeLeftSeconds,
            @Schema(description = "When the first answer was given, however late.") @Nullable Instant answeredAt,
            @Schema(description = "Whether the buyer may ask for alternatives now.") boolean onOffer,
            @Schema(description = "The inquiry that it is an alternative for.") @Nullable String carriedFrom,
            @Schema(description = "Of a FOLLOW_UP, the inquiry that it follows up.") @Nullable String follows) {

        static One of(BuyerCase one, Instant asOf) {
            var inquiry = one.inquiry();
            var judgement = one.judgement();
            return new One(
                    inquiry.id().value(),
                    inquiry.supplier().value(),
                    inquiry.channel(),
                    inquiry.category(),
                    inquiry.receivedAt(),
                    inquiry.day(),
                    one.became(),
                    judgement.state(),
                    judgement.verdict(),
                    judgement.booksClosed(),
                    judgement.clocks().replyDeadline(),
                    InquiryView.timeLeft(judgement, asOf),
                    one.answeredAt(),
                    one.onOffer(),
                    Objects.toString(one.carriedFrom(), null),
                    Objects.toString(judgement.follows(), null));
        }
    }

    static BuyerCasesPage of(BuyerCases.Page found, Instant asOf) {
        var page = found.errands();
        return new BuyerCasesPage(
                page.query().page(),
                page.query().size(),
                page.countedTotal(),
                found.from(),
                found.to(),
                page.items().stream().map(errand -> Item.of(errand, asOf)).toList());
    }
}
