package io.hourglass.portal.operations;

import io.hourglass.chat.watch.CatchState;
import io.hourglass.chat.watch.CaughtAccount.Decision;
import io.hourglass.chat.watch.CaughtAccounts;
import io.hourglass.portal.names.PartyNames;
import io.hourglass.portal.names.PartyNames.Named;
import io.hourglass.web.Page;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of abnormal accounts as a file. */
@Page
class AbnormalAccountsCsv {

    private static final CsvList<Named<AbnormalRow>> FILE = CsvList.<Named<AbnormalRow>>named("abnormal-accounts")
            .column("abnormal.account", one -> one.row().account().id())
            .column("operations.buyer", one -> one.called().buyer(one.row().buyer()))
            .column("csv.buyerId", one -> one.row().buyer())
            .column("abnormal.rule", one -> one.row().rule())
            .column("abnormal.why", one -> one.row().why())
            .words("operations.incident.state", "abnormal.state.", one -> one.row()
                    .account()
                    .state())
            .column("abnormal.caughtAt", one -> one.row().account().caughtAt())
            .column("abnormal.actsFrom", one -> one.row().account().actsFrom())
            .column("abnormal.decidedBy", ofDecision(Decision::by))
            .column("abnormal.decidedAt", ofDecision(Decision::at))
            .column("operations.reason", ofDecision(Decision::reason));

    private final CaughtAccounts accounts;
    private final CsvFiles csv;
    private final PartyNames names;
    private final Words words;

    AbnormalAccountsCsv(CaughtAccounts accounts, CsvFiles csv, PartyNames names, Words words) {
        this.accounts = accounts;
        this.csv = csv;
        this.names = names;
        this.words = words;
    }

    @GetMapping(path = AbnormalAccountPages.ADDRESS, params = CsvList.ASKED)
    void all(@RequestParam(required = false) @Nullable CatchState state, Locale locale, HttpServletResponse response)
            throws IOException {
        csv.send(
                FILE,
                part -> part.from((offset, limit) -> accounts.latest(state, offset, limit))
                        .map(some -> names.named(
                                some.stream()
                                        .map(one -> AbnormalRow.of(one, words, locale))
                                        .toList(),
                                row -> row.account().buyer(),
                                row -> null)),
                response);
    }

    private static Function<Named<AbnormalRow>, @Nullable Object> ofDecision(
            Function<Decision, @Nullable Object> part) {
        return one -> {
            var decision = one.row().account().decision();
            return decision == null ? null : part.apply(decision);
        };
    }
}
