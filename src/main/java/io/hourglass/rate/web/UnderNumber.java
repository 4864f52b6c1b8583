package io.hourglass.rate.web;

import io.hourglass.rate.Publications.Under;
import io.hourglass.rate.VerdictEntry;
import io.hourglass.sla.Rule;
import io.hourglass.sla.State;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The inquiries under a published number: those counted add up to it, the others say why they are not (R2, R29).
 *
 * @param page from 0
 */
record UnderNumber(
        String supplier,
        LocalDate on,
        int revision,
        int timely,
        int countable,
        int page,
        int size,
        int total,
        List<InquiryUnderNumber> items) {

    record InquiryUnderNumber(
            String inquiry,
            LocalDate day,
            State verdict,
            @Schema(description = "As it stands in the books now; another one where numbers were restated.")
                    State verdictNow,
            @Schema(description = "Part of `countable`.") boolean counted,
            @Schema(description = "Part of `timely`.") boolean timely,
            Rule rule,
            @Nullable String decidingFact,
            @Nullable String anchor) {

        static InquiryUnderNumber of(VerdictEntry entry, VerdictEntry now) {
            var verdict = entry.rule().verdict();
            return new InquiryUnderNumber(
                    entry.inquiry().value(),
                    entry.day(),
                    entry.state(),
                    now.state(),
                    verdict != null && verdict.countable(),
                    entry.state() == State.TIMELY,
                    entry.rule(),
                    Objects.toString(entry.decidingFact(), null),
                    Objects.toString(entry.anchor(), null));
        }
    }

    static UnderNumber of(Under under, int page, int size) {
        var number = under.number();
        return new UnderNumber(
                number.supplier().value(),
                number.publishedOn(),
                number.revision(),
                number.timely(),
                number.countable(),
                page,
                size,
                under.total(),
                under.entries().stream()
                        .map(entry -> InquiryUnderNumber.of(entry, under.now().getOrDefault(entry.inquiry(), entry)))
                        .toList());
    }
}
