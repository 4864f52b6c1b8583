package io.hourglass.inquiry.web;

import io.hourglass.inquiry.judging.InquiryRule;
import io.hourglass.inquiry.judging.InquiryState;
import io.hourglass.rate.NumberDrillDown.Behind;
import io.hourglass.rate.books.VerdictEntry;
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
record CasesBehindNumber(
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
            InquiryState verdict,
            @Schema(description = "As it stands in the books now; another one where numbers were restated.")
                    InquiryState verdictNow,
            @Schema(description = "Part of `countable`.") boolean counted,
            @Schema(description = "Part of `timely`.") boolean timely,
            InquiryRule rule,
            @Nullable String decidingFact,
            @Nullable String anchor) {

        static InquiryUnderNumber of(VerdictEntry entry, VerdictEntry now) {
            return new InquiryUnderNumber(
                    entry.id().value(),
                    entry.day(),
                    InquiryState.of(entry.state()),
                    InquiryState.of(now.state()),
                    entry.state().countable(),
                    entry.state().met(),
                    InquiryRule.of(entry.rule()),
                    Objects.toString(entry.decidingFact(), null),
                    entry.anchor() == null ? null : entry.anchor().value());
        }
    }

    static CasesBehindNumber of(Behind under) {
        var number = under.number();
        var list = under.entries();
        return new CasesBehindNumber(
                number.subject().id(),
                number.publishedOn(),
                number.revision(),
                number.timely(),
                number.countable(),
                list.query().page(),
                list.query().size(),
                list.countedTotal(),
                list.items().stream()
                        .map(entry -> InquiryUnderNumber.of(entry, under.now().getOrDefault(entry.id(), entry)))
                        .toList());
    }
}
