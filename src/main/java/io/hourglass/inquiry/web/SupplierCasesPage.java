package io.hourglass.inquiry.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.inquiry.lists.SupplierCases.SupplierCase;
import io.hourglass.kernel.facts.Channel;
import io.hourglass.kernel.lists.ListPage;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param page from 0 */
record SupplierCasesPage(int page, int size, int total, List<InquiryOnDesk> items) {

    record InquiryOnDesk(
            String id,
            String buyer,
            Channel channel,
            @Nullable String category,
            Instant receivedAt,
            LocalDate day,
            InquiryState state,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable InquiryState verdict,
            InquiryRule rule,
            boolean booksClosed,
            Instant replyDeadline,
            Instant windowCloses,
            @Schema(description = "Until the reply deadline; only while PENDING.") @Nullable Long timeLeftSeconds,
            @Schema(description = "Of a FOLLOW_UP, the inquiry that it follows up.") @Nullable String follows) {

        static InquiryOnDesk of(SupplierCase found, Instant asOf) {
            var inquiry = found.inquiry();
            var judgement = found.judgement();
            return new InquiryOnDesk(
                    inquiry.id().value(),
                    inquiry.buyer().value(),
                    inquiry.channel(),
                    inquiry.category(),
                    inquiry.receivedAt(),
                    inquiry.day(),
                    judgement.state(),
                    judgement.verdict(),
                    judgement.rule(),
                    judgement.booksClosed(),
                    judgement.clocks().replyDeadline(),
                    judgement.clocks().windowCloses(),
                    InquiryView.timeLeft(judgement, asOf),
                    Objects.toString(judgement.follows(), null));
        }
    }

    static SupplierCasesPage of(ListPage<SupplierCase> page, Instant asOf) {
        var items = page.items().stream()
                .map(found -> InquiryOnDesk.of(found, asOf))
                .toList();
        var query = page.query();
        return new SupplierCasesPage(query.page(), query.size(), page.countedTotal(), items);
    }
}
