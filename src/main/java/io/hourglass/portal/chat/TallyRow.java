package io.hourglass.portal.chat;

import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.diagnosis.AccountTally;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.kernel.facts.AuthorKind;
import io.hourglass.portal.Percent;
import io.hourglass.web.lists.CsvList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account did on a day or in a week, as it is listed.
 *
 * @param account what it is called
 */
record TallyRow(AccountTally of, String account) {

    static final CsvList<TallyRow> DAILY = columns(CsvList.<TallyRow>named("chat-daily")
            .column("trace.day", row -> row.of().from()));

    static final CsvList<TallyRow> WEEKLY = columns(CsvList.<TallyRow>named("chat-weekly")
            .column("diagnosis.week", TallyRow::week)
            .column("diagnosis.monday", row -> row.of().from()));

    private static CsvList<TallyRow> columns(CsvList<TallyRow> list) {
        return list.column("chat.accountId", row -> row.of().account())
                .column("chat.account", TallyRow::account)
                .column("diagnosis.asked", row -> row.of().asked())
                .column("chat.answered", row -> row.number(ChatState.ANSWERED))
                .column("chat.unanswered", row -> row.number(ChatState.UNANSWERED))
                .column("chat.open", row -> row.number(ChatState.OPEN))
                .column("chat.excluded", row -> row.number(ChatState.EXCLUDED))
                .column("diagnosis.rate", TallyRow::rate)
                .column("diagnosis.by.HUMAN", row -> row.of().number(AuthorKind.HUMAN))
                .column("diagnosis.by.AI_ASSISTED", row -> row.of().number(AuthorKind.AI_ASSISTED))
                .column("diagnosis.by.AI_AGENT", row -> row.of().number(AuthorKind.AI_AGENT));
    }

    static TallyRow of(AccountTally tally, Map<String, ChatAccount> accounts) {
        return new TallyRow(tally, DiagnosisShown.called(tally.account().value(), accounts));
    }

    public String week() {
        return AccountTally.isoWeek(of.from());
    }

    public int number(ChatState state) {
        return of.number(state);
    }

    public @Nullable String rate() {
        return Percent.of(of.share().answered(), of.share().countable());
    }
}
