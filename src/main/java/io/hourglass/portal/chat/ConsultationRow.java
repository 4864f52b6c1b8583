package io.hourglass.portal.chat;

import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.judging.ChatState;
import io.hourglass.chat.reading.ConsultationOfDay;
import io.hourglass.portal.names.PartyNames.Named;
import io.hourglass.web.lists.CsvList;
import java.time.Instant;
import java.util.Map;

/**
 * A consultation in a list.
 *
 * @param account what its account is called
 */
record ConsultationRow(ConsultationOfDay of, String account) {

    static final CsvList<Named<ConsultationRow>> FILE = CsvList.<Named<ConsultationRow>>named("consultations")
            .column("chat.consultation", one -> one.row().id())
            .column("chat.accountId", one -> one.row().accountId())
            .column("chat.account", one -> one.row().account())
            .column("operations.buyer", one -> one.called().buyer(one.row().buyer()))
            .column("csv.buyerId", one -> one.row().buyer())
            .column("trace.day", one -> one.row().of().kept().day())
            .column("chat.since", one -> one.row().openedAt())
            .words("chat.opening", "chat.opening.", one -> one.row().of().opening())
            .words("supplier.filter.state", "chat.state.", one -> one.row().state());

    /** @param accounts by their ids, those of the shop */
    static ConsultationRow of(ConsultationOfDay one, Map<String, ChatAccount> accounts) {
        var id = one.kept().account().value();
        var account = accounts.get(id);
        var name = account == null ? null : account.name();
        return new ConsultationRow(one, name == null ? id : name);
    }

    public String id() {
        return of.kept().id().value();
    }

    public String accountId() {
        return of.kept().account().value();
    }

    public String buyer() {
        return of.kept().buyer().value();
    }

    public Instant openedAt() {
        return of.openedAt();
    }

    public ChatState state() {
        return of.state();
    }
}
