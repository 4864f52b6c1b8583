package io.hourglass.portal.chat;

import io.hourglass.chat.reading.AccountFigures;
import io.hourglass.chat.reading.DayCount;
import io.hourglass.web.lists.CsvList;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account in the table of a shop's.
 *
 * @param name its id, if the marketplace has given none
 * @param rate in percent, of the latest date whose numbers are out; null if there is none
 * @param answered under it
 * @param mergedInto the id of the account that takes its place; null if there is none
 */
record AccountRow(
        String id,
        String name,
        @Nullable String rate,
        @Nullable Integer answered,
        @Nullable Integer countable,
        DayCount yesterday,
        DayCount today,
        @Nullable Instant closedAt,
        @Nullable String mergedInto) {

    static final CsvList<AccountRow> FILE = CsvList.<AccountRow>named("chat-accounts")
            .column("chat.accountId", AccountRow::id)
            .column("chat.account", AccountRow::name)
            .column("published", AccountRow::rate)
            .column("chat.answered", AccountRow::answered)
            .column("csv.counted", AccountRow::countable)
            .column("chat.asked.today", row -> row.today().asked())
            .column("chat.answered.today", row -> row.today().answered())
            .column("chat.open", row -> row.today().open())
            .column("chat.excluded.today", row -> row.today().excluded())
            .column("chat.asked.yesterday", row -> row.yesterday().asked())
            .column("chat.answered.yesterday", row -> row.yesterday().answered())
            .column("chat.unanswered.yesterday", row -> row.yesterday().unanswered())
            .column("csv.closedAt", AccountRow::closedAt)
            .column("csv.mergedInto", AccountRow::mergedInto);

    static AccountRow of(AccountFigures figures) {
        var account = figures.account();
        var number = figures.published().number();
        var name = account.name();
        var into = account.mergedInto();
        return new AccountRow(
                account.id().value(),
                name == null ? account.id().value() : name,
                RateShown.rate(figures.published()),
                number == null ? null : number.timely(),
                number == null ? null : number.countable(),
                figures.yesterday(),
                figures.today(),
                account.closedAt(),
                into == null ? null : into.value());
    }
}
