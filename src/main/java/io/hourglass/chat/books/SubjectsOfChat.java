package io.hourglass.chat.books;

import io.hourglass.chat.ConsultationId;
import io.hourglass.chat.accounts.ChatAccount;
import io.hourglass.chat.accounts.ChatAccounts;
import io.hourglass.kernel.ids.Subject;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.ids.Track;
import io.hourglass.rate.books.RatedSubjects;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells the rate whose numbers there are: of accounts, and of shops as the sum over their accounts. */
@Component
class SubjectsOfChat implements RatedSubjects {

    private final ChatAccounts accounts;

    SubjectsOfChat(ChatAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Track track() {
        return ConsultationId.CHAT;
    }

    @Override
    public String kind() {
        return "shop or account";
    }

    @Override
    public boolean isKnown(Subject subject) {
        return ChatAccount.of(subject)
                .map(account -> accounts.find(account).isPresent())
                .orElseGet(() -> !accounts.of(new SupplierId(subject.id())).isEmpty());
    }

    @Override
    public Optional<Subject> wholeOf(Subject part) {
        return ChatAccount.of(part).flatMap(accounts::find).map(account -> shop(account.shop()));
    }

    @Override
    public List<Subject> partsOf(Subject subject) {
        return ChatAccount.of(subject).isPresent()
                ? List.of(subject)
                : accounts.of(new SupplierId(subject.id())).stream()
                        .map(ChatAccount::subject)
                        .toList();
    }

    @Override
    public List<Subject> all() {
        return Stream.concat(
                        accounts.shops().stream().map(SubjectsOfChat::shop),
                        accounts.all().stream().map(ChatAccount::subject))
                .sorted()
                .toList();
    }

    private static Subject shop(SupplierId shop) {
        return new Subject(ConsultationId.CHAT, shop.value());
    }
}
