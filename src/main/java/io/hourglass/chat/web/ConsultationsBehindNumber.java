package io.hourglass.chat.web;

import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.judging.ChatRule;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.rate.NumberDrillDown.Behind;
import io.hourglass.rate.books.VerdictEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The consultations under a published number: those counted add up to it, the others say why they are not.
 *
 * @param page from 0
 */
record ConsultationsBehindNumber(
        LocalDate on,
        int revision,
        int answered,
        int countable,
        int page,
        int size,
        int total,
        List<ConsultationUnderNumber> items) {

    record ConsultationUnderNumber(
            String consultation,
            String account,
            LocalDate day,
            ChatState verdict,
            @Schema(description = "As it stands in the books now; another one where numbers were restated.")
                    ChatState verdictNow,
            @Schema(description = "Part of `countable`.") boolean counted,
            ChatRule rule,
            @Nullable String decidingFact) {

        static ConsultationUnderNumber of(VerdictEntry entry, VerdictEntry now) {
            return new ConsultationUnderNumber(
                    entry.id().value(),
                    ChatAccount.of(entry.subject()).orElseThrow().value(),
                    entry.day(),
                    (ChatState) entry.state(),
                    (ChatState) now.state(),
                    entry.state().countable(),
                    (ChatRule) entry.rule(),
                    Objects.toString(entry.decidingFact(), null));
        }
    }

    static ConsultationsBehindNumber of(Behind under) {
        var number = under.number();
        var list = under.entries();
        return new ConsultationsBehindNumber(
                number.publishedOn(),
                number.revision(),
                number.timely(),
                number.countable(),
                list.query().page(),
                list.query().size(),
                list.countedTotal(),
                list.items().stream()
                        .map(entry ->
                                ConsultationUnderNumber.of(entry, under.now().getOrDefault(entry.id(), entry)))
                        .toList());
    }
}
