package io.hourglass.persons;

import io.hourglass.access.accounts.Accounts;
import io.hourglass.access.accounts.KeptAccount;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The accounts that it signs in with; a password is none of what can be given out. */
@Component
@Order(7)
class AccountsOfPerson implements PersonalPlace {

    private final Accounts accounts;

    AccountsOfPerson(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public void give(Person person, Consumer<Map<String, @Nullable Object>> entry) {
        person.accounts().stream()
                .flatMap(name -> accounts.kept(name).stream())
                .forEach(kept -> entry.accept(of(kept)));
    }

    private static Map<String, @Nullable Object> of(KeptAccount kept) {
        return Entry.of(
                "name", kept.name(),
                "role", kept.account().role().name(),
                "party", kept.account().party(),
                "madeBy", kept.account().person(),
                "signedInAt", kept.signedInAt(),
                "closedAt", kept.closedAt(),
                "mergedInto", kept.mergedInto());
    }

    @Override
    public void erase(Person person, UnaryOperator<String> pseudonym) {
        person.accounts().forEach(accounts::remove);
    }
}
