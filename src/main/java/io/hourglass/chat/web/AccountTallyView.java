package io.hourglass.chat.web;

import io.hourglass.chat.diagnosis.AccountTally;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.facts.AuthorKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;

/** What an account did with the consultations of a day or a week. */
record AccountTallyView(
        @Schema(description = "The day, or the Monday of the week.") LocalDate from,
        @Schema(description = "Such as 2026-W09.") String week,
        String account,
        @Schema(description = "All that opened, excluded ones too.") int asked,
        int answered,
        int unanswered,
        @Schema(description = "The day goes on.") int open,
        int excluded,
        @Schema(description = "The answered ones, by the kind of author whose message decided.")
                Map<AuthorKind, Integer> answeredBy) {

    static AccountTallyView of(AccountTally tally) {
        return new AccountTallyView(
                tally.from(),
                AccountTally.isoWeek(tally.from()),
                tally.account().value(),
                tally.asked(),
                tally.number(ChatState.ANSWERED),
                tally.number(ChatState.UNANSWERED),
                tally.number(ChatState.OPEN),
                tally.number(ChatState.EXCLUDED),
                tally.byAuthor());
    }
}
